import { useState } from 'react';
import { TASK_GROUPS, type LibraryTask } from '@promenade/domain/reablement/task-library-shape';
import { TASK_LIBRARY } from '@promenade/domain/reablement/task-library';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { DateField, Select, TextField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { aboutDocument, createTaskDocument } from './reablement.graphql.ts';
import styles from './reablement.module.css';
import { PlaceField, placeOf } from './task-places.tsx';
import { words } from './words.ts';

const RUNG_OPTIONS = shared.ladder.map((label, rung) => ({ value: String(rung), label }));

/** A task from the library, or one of their own: then how it is now, what is hoped for, and by when. */
export function TaskForm({ residentId, onClose }: { residentId: string; onClose: () => void }) {
  const [chosen, setChosen] = useState<LibraryTask | 'own' | null>(null);
  if (chosen === null) {
    return <Dialog open onClose={onClose} kind="sheet" title={words.chooseTitle}><Library onChoose={setChosen} /></Dialog>;
  }
  return <Details key={chosen === 'own' ? 'own' : chosen.key} residentId={residentId} task={chosen === 'own' ? null : chosen} onBack={() => setChosen(null)} onClose={onClose} />;
}

function Library({ onChoose }: { onChoose: (task: LibraryTask | 'own') => void }) {
  const [sought, setSought] = useState('');
  const found = TASK_LIBRARY.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <Stack gap={4}>
      <TextField label={words.find} type="search" value={sought} onValue={setSought} data-first />
      {TASK_GROUPS.map((group) => {
        const some = found.filter((task) => task.group === group);
        return some.length > 0 && (
          <section key={group}>
            <h3 className={styles.part}>{words.groups[group]}</h3>
            <ul role="list" className={styles.library}>{some.map((task) => <li key={task.key}><button type="button" className={styles.choice} onClick={() => onChoose(task)}>{task.name}</button></li>)}</ul>
          </section>
        );
      })}
      <section>
        <h3 className={styles.part}>{words.ownWhat}</h3>
        <button type="button" className={styles.choice} onClick={() => onChoose('own')}>{words.own}</button>
      </section>
    </Stack>
  );
}

function Details({ residentId, task, onBack, onClose }: { residentId: string; task: LibraryTask | null; onBack: () => void; onClose: () => void }) {
  const [id] = useState(ownId);
  const [said, setSaid] = useState({ name: task?.name ?? '', startRung: '2', hopedRung: '5', hopedOn: '', aid: '', guide: '', outcomeId: '', place: '' });
  const about = useAsk(aboutDocument, { residentId });
  const outcomes = about.data?.resident.outcomes.filter(({ endedOn }) => endedOn === null) ?? [];
  const tell = useTell(createTaskDocument, { onAnswer: ({ createLadderTask: answer }) => {
    if (answer.__typename === 'Refused') return;
    onClose();
    toast();
  } });
  const { name, startRung, hopedRung, hopedOn, aid, guide, outcomeId, place } = said;
  const save = () => tell.mutate({ input: {
    id, residentId, name, startRung: Number(startRung), hopedRung: Number(hopedRung), hopedOn, libraryKey: task?.key ?? null, aid: aid.trim() || null, guide: guide.trim() || null, outcomeId: outcomeId || null, ...placeOf(place),
  } });
  return (
    <Dialog open onClose={onClose} kind="sheet" title={task?.name ?? words.formTitle} actions={<Button kind="primary" busy={tell.isPending} disabled={!hopedOn} onClick={save}>{words.save}</Button>}>
      <Stack gap={4}>
        <RefusedNotice refused={refusalIn(tell.data?.createLadderTask)} />
        <Failed error={tell.error} />
        {task && <p className={styles.begin}>{task.begin}</p>}
        <TextField label={words.name} hint={words.nameHint} value={name} onValue={(next) => setSaid({ ...said, name: next })} data-first />
        <Select label={words.startRung} value={startRung} options={RUNG_OPTIONS} onValue={(next) => setSaid({ ...said, startRung: next })} />
        <Select label={words.hopedRung} value={hopedRung} options={RUNG_OPTIONS} onValue={(next) => setSaid({ ...said, hopedRung: next })} />
        <DateField label={words.hopedOn} value={hopedOn} onValue={(next) => setSaid({ ...said, hopedOn: next })} />
        <TextField label={words.aid} hint={words.aidHint} optional value={aid} onValue={(next) => setSaid({ ...said, aid: next })} list="aids" />
        <datalist id="aids">{task?.aids.map((each) => <option key={each} value={each} />)}</datalist>
        {!task && <TextField label={words.guide} hint={words.guideHint} optional value={guide} onValue={(next) => setSaid({ ...said, guide: next })} />}
        {outcomes.length > 0 && <Select label={words.outcome} value={outcomeId} options={[{ value: '', label: words.noOutcome }, ...outcomes.map((each) => ({ value: each.id, label: each.words }))]} onValue={(next) => setSaid({ ...said, outcomeId: next })} />}
        <PlaceField residentId={residentId} label={words.place} empty={words.noPlace} value={place} onValue={(next) => setSaid({ ...said, place: next })} />
        <div><Button kind="plain" onClick={onBack}>{words.another}</Button></div>
      </Stack>
    </Dialog>
  );
}
