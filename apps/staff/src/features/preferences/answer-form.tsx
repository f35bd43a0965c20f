import { useState } from 'react';
import { BARRED } from '@promenade/domain/people/preference';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice, TapChoice } from '@promenade/ui/choice';
import { Checkbox, TextArea, TextField } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { answerDocument, barrierWishDocument } from './preferences.graphql.ts';
import type { Item } from './preferences.ts';
import styles from './preferences.module.css';
import { words } from './words.ts';

export type Told = { answeredBy: string; toldHow: string };

/** Big answers; each saves at once, but for the one that asks what stands in the way. */
export function AnswerForm({ residentId, item, told, onTold, onSaved }: { residentId: string; item: Pick<Item, 'item' | 'question' | 'now'>; told: Told; onTold: (told: Told) => void; onSaved: () => void }) {
  const [id, setId] = useState(ownId);
  const [said, setSaid] = useState('');
  const [barrier, setBarrier] = useState<string | null>(null);
  const [wish, setWish] = useState<string | null>(null);
  const [wishId] = useState(ownId);
  const after = () => {
    toast();
    setId(ownId());
    onSaved();
  };
  const makeWish = useTell(barrierWishDocument, { onAnswer: ({ makeBarrierAWish }) => (makeBarrierAWish.__typename === 'Refused' ? undefined : after()) });
  const tell = useTell(answerDocument, {
    onAnswer: ({ answerPreference }) => {
      if (answerPreference.__typename === 'Refused') return;
      const opened = answerPreference.items.find((each) => each.item === item.item)?.barrier;
      if (opened && wish !== null && wish.trim() !== '') makeWish.mutate({ input: { barrierId: opened.id, id: wishId, words: wish } });
      else after();
    },
  });
  const isOwn = item.item.startsWith('own-');
  function save(answer: string): void {
    if (tell.isPending) return;
    tell.mutate({ input: { id, residentId, item: item.item, asks: isOwn ? item.question : null, answer, words: said || null, ...told, barrier: answer === BARRED ? barrier : null } });
  }
  const chosen = barrier === null ? (item.now?.answer ?? null) : BARRED;
  return (
    <Stack gap={4}>
      <TapChoice legend={item.question} hideLegend value={chosen} onTap={(answer) => (answer === BARRED ? setBarrier((before) => before ?? '') : save(answer))}
        options={Object.entries(words.answers).map(([value, label]) => ({ value, label, tone: value === BARRED ? 'owed' : 'kept' }))} />
      {barrier !== null && (
        <div className={styles.barrier}>
          <h3>{words.barrierTitle}</h3>
          <TextArea label={words.barrierWhat} hint={words.barrierHint} rows={2} value={barrier} onValue={setBarrier} />
          <Checkbox label={words.wishToo} checked={wish !== null} onValue={(on) => setWish(on ? '' : null)} />
          {wish !== null && <TextArea label={words.wishWords} rows={2} value={wish} onValue={setWish} />}
          <Row><Button kind="primary" busy={tell.isPending || makeWish.isPending} onClick={() => save(BARRED)}>{words.save}</Button></Row>
        </div>
      )}
      <RefusedNotice refused={refusalIn(tell.data?.answerPreference) ?? refusalIn(makeWish.data?.makeBarrierAWish)} />
      <Failed error={tell.error ?? makeWish.error} />
      <details className={styles.more}>
        <summary>{words.who}</summary>
        <Stack gap={4}>
          <TextArea label={words.theirWords} optional rows={2} value={said} onValue={setSaid} />
          <TextField label={words.answeredBy} value={told.answeredBy} onValue={(answeredBy) => onTold({ ...told, answeredBy })} />
          <Choice legend={words.toldHow} layout="list" value={told.toldHow} onValue={(toldHow) => onTold({ ...told, toldHow })} options={Object.entries(words.hows).map(([value, label]) => ({ value, label }))} />
        </Stack>
      </details>
    </Stack>
  );
}
