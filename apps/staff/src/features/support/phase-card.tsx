import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { PHASES, PHASE_MEANS } from '@promenade/domain/people/phase';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice } from '@promenade/ui/choice';
import { TextArea } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { sayPhaseDocument, supportDocument } from './support.graphql.ts';
import styles from './support.module.css';
import { words } from './words.ts';

type Phase = ResultOf<typeof supportDocument>['phase'];

/** What somebody wants of the help they are given now, in their words, and everything said of it before. */
export function PhaseCard({ phase, mayWrite }: { phase: Phase; mayWrite: boolean }) {
  const { home: { zone } } = useMe();
  const [isOpen, setOpen] = useState(false);
  const [latest, ...before] = phase.said;
  const said = ({ recordedByName, recordedAt }: Phase['said'][number]) => words.wrote(recordedByName, sayDay(dayIn(zone, new Date(recordedAt))));
  return (
    <Card title={words.phase}>
      <Stack gap={3}>
        {latest ? (
          <>
            <p className={styles.who}>{phase.means}</p>
            <p>“{latest.words}” <span className={styles.soft}>{said(latest)}</span></p>
          </>
        ) : <p>{words.noPhase(phase.name)}</p>}
        {phase.neverTapered && <Notice>{words.neverTapered(phase.name)}</Notice>}
        {mayWrite && <p><Button onClick={() => setOpen(true)}>{latest ? words.phaseChanged : words.sayPhase}</Button></p>}
        {before.length > 0 && (
          <details className={styles.more}>
            <summary>{words.phasesBefore}</summary>
            <ul role="list" className={styles.lines}>
              {before.map((each) => <li key={each.id}><p className={styles.who}>{words.phases[each.phase]}</p><p>“{each.words}”</p><p className={styles.soft}>{said(each)}</p></li>)}
            </ul>
          </details>
        )}
      </Stack>
      {isOpen && <PhaseForm phase={phase} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function PhaseForm({ phase, onClose }: { phase: Phase; onClose: () => void }) {
  const [id] = useState(ownId);
  const [chosen, setChosen] = useState<string | null>(phase.phase);
  const [text, setText] = useState('');
  const tell = useTell(sayPhaseDocument, { refresh: [supportDocument], onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  const save = () => tell.mutate({ input: { id, residentId: phase.residentId, phase: chosen ?? '', words: text } });
  return (
    <FormSheet title={words.phase} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <Choice legend={words.phaseAsk(phase.name)} layout="list" value={chosen} onValue={setChosen}
        options={PHASES.map((value) => ({ value, label: words.phases[value] ?? value, hint: `${phase.name} ${PHASE_MEANS[value]}` }))} />
      <TextArea label={words.phaseSaid} hint={words.phaseSaidHint} rows={3} maxLength={1000} value={text} onValue={setText} />
    </FormSheet>
  );
}
