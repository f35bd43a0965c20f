import { useState } from 'react';
import { clockIn } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { later } from '@promenade/ui/later';
import { Card } from '@promenade/ui/card';
import { TapChoice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { TextArea } from '@promenade/ui/field';
import { RefusedNotice } from '@promenade/ui/notice';
import { Failed } from '@promenade/ui/asked';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { words as shared } from '@promenade/ui/words.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { useSafely } from '../../app/outgoing.ts';
import type { TaskNow } from '../../ladder/ladder-ask.tsx';
import type { Help } from '../../ladder/ladder-now.tsx';
import { dayDocument, distressDocument, routineDocument } from './day.graphql.ts';
import { type DayRoutine, isDueAbout } from './day.ts';
import styles from './day.module.css';
import { words } from './words.ts';

const LadderNow = later(async () => (await import('../../ladder/ladder-now.tsx')).LadderNow);

type Props = {
  routines: readonly DayRoutine[];
  day: string;
  mayRecord: boolean;
  /** The clock, when the day is today: what is due about now comes first. */
  now: string | null;
};

const FIRST = 10;

/** The routines of the day, each one tap: honoured, missed (and why), not wanted. */
export function RoutinesToday({ routines, day, mayRecord, now }: Props) {
  // What was just said with a step of the ladder stays where it was tapped: there may be something to add.
  const [said, setSaid] = useState<ReadonlySet<string>>(new Set());
  const due = now === null ? routines : routines.filter((routine) => isDueAbout(routine, now) || (routine.tasks.length > 0 && said.has(routine.routineId)));
  const rest = routines.filter((routine) => !due.includes(routine));
  const [all, setAll] = useState(false);
  const [missed, setMissed] = useState<DayRoutine | null>(null);
  const [distressed, setDistressed] = useState<DayRoutine | null>(null);
  const { tell, busy, error, refused } = useSafely(routineDocument, ({ recordRoutine }) => refusalIn(recordRoutine), ({ state }) => {
    setMissed(null);
    toast(state === 'sent' ? undefined : words.helpKept);
  });
  const say = (routine: DayRoutine, state: string, reason: string | null, help: readonly Help[] = []) => {
    setSaid(new Set(said).add(routine.routineId));
    tell({ input: { id: ownId(), routineId: routine.routineId, day, state, reason, correctsId: routine.said.at(-1)?.id ?? null, help: [...help] } });
  };
  const list = (some: readonly DayRoutine[]) => (
    <ul role="list" className={styles.lines}>
      {some.map((routine) => (
        <OneRoutine key={routine.routineId} routine={routine} mayRecord={mayRecord} onDistress={now === null ? null : () => setDistressed(routine)}
          onState={(state) => (state === 'missed' ? setMissed(routine) : say(routine, state, null))} onHelp={(help) => say(routine, 'honoured', null, [help])} />
      ))}
    </ul>
  );
  return (
    <Card title={<span id="routines">{words.routines}</span>}>
      {!missed && <><Failed error={error} /><RefusedNotice refused={refused} /></>}
      {due.length > 0 && list(all ? due : due.slice(0, FIRST))}
      {!all && due.length > FIRST && <Button onClick={() => setAll(true)}>{words.more(due.length - FIRST)}</Button>}
      {due.length === 0 && <p className={styles.soft}>{words.noRoutineDue}</p>}
      {rest.length > 0 && (
        <details className={styles.needs}>
          <summary>{words.otherRoutines(rest.length, now === null ? 0 : rest.filter(({ said, to }) => said.length === 0 && to < now).length)}</summary>
          {list(rest)}
        </details>
      )}
      {missed && <WhyMissed routine={missed} busy={busy} onClose={() => setMissed(null)} onSave={(reason) => say(missed, 'missed', reason)}
        problem={<><Failed error={error} /><RefusedNotice refused={refused} /></>} />}
      {distressed && <HowDistressed routine={distressed} onClose={() => setDistressed(null)} />}
    </Card>
  );
}

type OneProps = { routine: DayRoutine; mayRecord: boolean; onState: (state: string) => void; onHelp: (help: Help) => void; onDistress: (() => void) | null };

function OneRoutine({ routine, mayRecord, onState, onHelp, onDistress }: OneProps) {
  const { zone } = useMe().home;
  const last = routine.said.at(-1);
  const isDisputed = routine.said.some(({ state }) => state !== last?.state);
  return (
    <li className={styles.routine}>
      <div className={styles.lineWords}>
        <span><span className={styles.time}>{routine.from}</span> <a href={`/people/${routine.residentId}`}><strong>{routine.name}</strong></a>: {routine.what}</span>
        <span className={styles.because}>{routine.why}</span>
        {isDisputed && <strong>{words.disputed}</strong>}
        {last && <span className={styles.soft}>{[last.reason, words.saidBy(last.recordedByName, clockIn(zone, new Date(last.recordedAt)))].filter(Boolean).join(' · ')}</span>}
        {routine.distress.map((note) => <span key={note.id}><strong>{words.distressLevels[note.level] ?? note.level}</strong> {clockIn(zone, new Date(note.at))}{note.words && `: ${note.words}`}</span>)}
      </div>
      {mayRecord && routine.tasks.map((task) => <RoutineTask key={task.id} task={task} routineId={routine.routineId} via={last?.state === 'honoured' ? null : onHelp} />)}
      <div role="group" aria-label={words.routineFor(routine.name, routine.what)} className={styles.chips}>
        {Object.entries(words.routineStates).map(([state, label]) => (
          <button key={state} type="button" className={styles.chip} data-level={state} disabled={!mayRecord} aria-pressed={last?.state === state} onClick={() => onState(state)}>{label}</button>
        ))}
        {mayRecord && onDistress && <button type="button" className={styles.chip} onClick={onDistress}>{words.distress}</button>}
      </div>
    </li>
  );
}

/** A step of the ladder is the tap that says it was done; what was said when the page was opened is folded. */
function RoutineTask({ task, routineId, via }: { task: TaskNow; routineId: string; via: ((help: Help) => void) | null }) {
  const [before] = useState(via === null ? task.today : null);
  const rungs = <LadderNow task={task} legend={words.routineHelp(task.name)} where={{ routineId }} via={via} />;
  return before === null ? rungs : <details className={styles.needs}><summary>{words.ladderLine(task.name, shared.ladder[task.today ?? before] ?? '')}</summary>{rungs}</details>;
}

function WhyMissed({ routine, busy, problem, onSave, onClose }: { routine: DayRoutine; busy: boolean; problem: React.ReactNode; onSave: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState('');
  return (
    <Dialog open onClose={onClose} title={words.whyMissed} actions={<Button kind="primary" busy={busy} onClick={() => onSave(reason)}>{words.saveReason}</Button>}>
      {problem}
      <TextArea label={words.routineFor(routine.name, routine.what)} hint={words.whyMissedHint(routine.name)} value={reason} onValue={setReason} rows={2} autoFocus />
    </Dialog>
  );
}

/** The second tap says how they were, now. */
function HowDistressed({ routine, onClose }: { routine: DayRoutine; onClose: () => void }) {
  const [id] = useState(ownId);
  const [seen, setSeen] = useState('');
  const tell = useTell(distressDocument, { refresh: [dayDocument], onAnswer: ({ noteDistress }) => {
    if (noteDistress.__typename === 'Refused') return;
    toast();
    onClose();
  } });
  return (
    <Dialog open onClose={onClose} title={words.distressFor(routine.name)}>
      <TapChoice legend={words.howDistressed} layout="list" onTap={(level) => tell.mutate({ input: { id, residentId: routine.residentId, routineId: routine.routineId, level, words: seen || null } })}
        options={Object.entries(words.distressLevels).map(([value, label]) => ({ value, label, tone: 'owed' }))} />
      <TextArea label={words.distressSeen} optional value={seen} onValue={setSeen} rows={2} />
      <RefusedNotice refused={refusalIn(tell.data?.noteDistress)} />
      <Failed error={tell.error} />
    </Dialog>
  );
}
