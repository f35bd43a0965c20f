import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { dayIn } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { Checkbox, Select, TextArea, TextField } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useLocation } from 'wouter';
import { useMe } from '../../app/me.ts';
import { erasableDocument, eraseDocument, whoDocument } from './ledger.graphql.ts';
import styles from './ledger.module.css';
import { words } from './words.ts';

/** Erasing words where the law says so: whose, which, on what ground, who asked. */
export function ErasePage() {
  const [residentId, setResidentId] = useState('');
  const people = useAsk(whoDocument);
  return (
    <Page narrow title={words.eraseTitle} lead={words.eraseLead} kicker={<a href="/promises/ledger"><ArrowLeft aria-hidden="true" size="1em" /> {words.backToLedger}</a>}>
      <Asked of={people}>
        {({ residents }) => (
          <Stack gap={5}>
            <Select label={words.whose} value={residentId} onValue={setResidentId} options={[{ value: '', label: words.choose }, ...residents.map(({ id, preferredName, familyName }) => ({ value: id, label: `${preferredName} ${familyName}` }))]} />
            {residentId && <Words key={residentId} residentId={residentId} />}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

type Erasable = { seq: number; promiseId: string; promise: string; at: string; who: string; words: string };

function Words({ residentId }: { residentId: string }) {
  const asked = useAsk(erasableDocument, { residentId });
  return <Asked of={asked}>{({ erasableWords }) => (erasableWords.length === 0 ? <p>{words.none}</p> : <EraseForm residentId={residentId} there={erasableWords} />)}</Asked>;
}

function EraseForm({ residentId, there }: { residentId: string; there: readonly Erasable[] }) {
  const [seqs, setSeqs] = useState<readonly number[]>([]);
  const [said, setSaid] = useState({ ground: '', askedBy: '', askedWords: '' });
  const [isAsking, setAsking] = useState(false);
  // Made once for these words: sent again after a break in the network, it is done once.
  const [id] = useState(ownId);
  const [, go] = useLocation();
  const tell = useTell(eraseDocument, { onAnswer: ({ eraseWords: answer }) => {
    setAsking(false);
    if (answer.__typename === 'Refused') return;
    toast();
    go('/promises/ledger');
  } });
  const isAll = seqs.length === there.length;
  return (
    <Stack gap={5}>
      <Stack gap={4}>
        <h2>{words.which}</h2>
        <Checkbox label={words.everything(there.length)} checked={isAll} onValue={(all) => setSeqs(all ? there.map(({ seq }) => seq) : [])} />
        {[...Map.groupBy(there, ({ promiseId }) => promiseId)].map(([promiseId, entries]) => (
          <Of key={promiseId} entries={entries} seqs={seqs} onSeqs={setSeqs} />
        ))}
      </Stack>
      <Choice legend={words.ground} layout="list" value={said.ground} onValue={(ground) => setSaid({ ...said, ground })} options={Object.entries(words.grounds).map(([value, label]) => ({ value, label, hint: words.groundHints[value] ?? '' }))} />
      <TextField label={words.askedBy} value={said.askedBy} onValue={(askedBy) => setSaid({ ...said, askedBy })} />
      <TextArea label={words.askedWords} hint={words.askedWordsHint} value={said.askedWords} onValue={(askedWords) => setSaid({ ...said, askedWords })} />
      <RefusedNotice refused={refusalIn(tell.data?.eraseWords)} />
      <Failed error={tell.error} />
      <Row><Button kind="danger" onClick={() => setAsking(true)}>{words.goOn(seqs.length)}</Button></Row>
      {isAsking && (
        <Dialog open onClose={() => setAsking(false)} title={words.sure} actions={
          <>
            <Button onClick={() => setAsking(false)}>{words.keep}</Button>
            <Button kind="danger" busy={tell.isPending} onClick={() => tell.mutate({ input: { ...said, id, residentId, seqs: [...seqs] } })}>{words.doErase}</Button>
          </>
        }>
          <p>{words.sureLead(seqs.length)}</p>
        </Dialog>
      )}
    </Stack>
  );
}

/** What was said of one promise. */
function Of({ entries, seqs, onSeqs }: { entries: readonly Erasable[]; seqs: readonly number[]; onSeqs: (seqs: readonly number[]) => void }) {
  const { zone } = useMe().home;
  return (
    <fieldset className={styles.promise}>
      <legend>{entries[0]?.promise}</legend>
      {entries.map(({ seq, who, at, words: text }) => (
        <Checkbox key={seq} label={text} hint={words.entry(seq, who, dayIn(zone, new Date(at)))} checked={seqs.includes(seq)} onValue={(on) => onSeqs(on ? [...seqs, seq] : seqs.filter((each) => each !== seq))} />
      ))}
    </fieldset>
  );
}
