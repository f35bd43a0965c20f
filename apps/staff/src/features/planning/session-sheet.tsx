import { Trash2, WandSparkles } from 'lucide-react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { ChoiceMany, Toggle } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { Select, TimeField } from '@promenade/ui/field';
import { Row } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { inARow } from '@promenade/ui/words.ts';
import type { Session } from '@promenade/planner/problem';
import { minuteOf } from '@promenade/domain/shared/time';
import { useMemo, useState } from 'react';
import { DAYS, type Shown, type Week, asInput, clock, dayName } from './board.ts';
import { fitSession } from './fit.ts';
import { useKnown } from './known.ts';
import styles from './told.module.css';
import { boardDocument, changeDocument } from './planning.graphql.ts';
import type { Done } from './use-changes.ts';
import { whatBreaks } from './what-breaks.ts';
import { words } from './words.ts';

const DAY = 1440;
const GRID = 15;

/** One session in full: change anything about it and see at once what would not work, before it is saved. */
export function SessionSheet({ week, at, from, start, mayChange, onClose, onSaved }: { week: Week; at: number | null; from: Shown | null; start: number | undefined; mayChange: boolean; onClose: () => void; onSaved: (done: Done) => void }) {
  const [session, setSession] = useState<Session>(() => (from ? { ...from.session, start: start ?? from.session.start } : emptySession(week, start)));
  const [pinned, setPinned] = useState(at === null || (from?.pinned ?? false) || start !== undefined);
  const [suggestion, setSuggestion] = useState<'none' | 'found' | 'nothing'>('none');
  const others = useMemo(() => week.live.sessions.filter((_, i) => i !== at), [week.live.sessions, at]);
  const breaks = useMemo(() => breaksOf(week, others, session), [week, others, session]);
  const tell = useTell(changeDocument, { refresh: [boardDocument] });
  const send = (next: Session | null) => tell.mutate({ id: week.id, version: week.live.version, change: { at, session: next && asInput(next), pinned } }, {
    onSuccess: ({ changePlan }) => {
      if (changePlan.__typename !== 'Plan') return;
      onSaved({ before: at === null ? null : (week.live.sessions[at] ?? null), after: next && asInput(next), wasPinned: from?.pinned ?? false });
      onClose();
    },
  });
  const change = (more: Partial<Session>) => {
    setSuggestion('none');
    setSession({ ...session, ...more });
  };
  const suggest = () => {
    const found = fitSession(week.problem, others, session);
    if (found) setSession({ ...found, start: session.start });
    setSuggestion(found ? 'found' : 'nothing');
  };
  const title = from ? (mayChange ? words.session.edit : words.session.view) : words.session.add;
  return (
    <Dialog
      open
      kind="sheet"
      onClose={onClose}
      title={title}
      actions={mayChange && (
        <>
          {at !== null && <Button kind="plain" icon={<Trash2 />} busy={tell.isPending} onClick={() => send(null)}>{words.session.remove}</Button>}
          <Button kind="primary" busy={tell.isPending} onClick={() => send(session)}>{words.session.save}</Button>
        </>
      )}
    >
      {mayChange ? (
        <>
          <RefusedNotice refused={refusalIn(tell.data?.changePlan)} />
          <Failed error={tell.error} />
          <Verdict breaks={breaks} isReady={session.residents.length > 0} onSuggest={suggest} suggestion={suggestion} />
          <Form week={week} session={session} onChange={change} />
          <Toggle label={words.session.pin} on={pinned} onToggle={setPinned} />
        </>
      ) : (
        <Told week={week} session={session} />
      )}
    </Dialog>
  );
}

function Verdict({ breaks, isReady, onSuggest, suggestion }: { breaks: readonly string[]; isReady: boolean; onSuggest: () => void; suggestion: 'none' | 'found' | 'nothing' }) {
  if (!isReady) return null;
  const title = suggestion === 'nothing' ? words.session.noSuggestion : words.session.breaks;
  const works = suggestion === 'found' ? words.session.suggested : words.session.works;
  // The button stays where it is whatever comes of it, so that the keyboard does not lose its place.
  return (
    <>
      {breaks.length > 0 || suggestion === 'nothing' ? <Notice kind="warning" live="polite" title={title} reasons={breaks} /> : <Notice kind="good" live="polite">{works}</Notice>}
      <Row><Button icon={<WandSparkles />} onClick={onSuggest}>{words.session.suggest}</Button></Row>
    </>
  );
}

function Form({ week, session, onChange }: { week: Week; session: Session; onChange: (more: Partial<Session>) => void }) {
  const { problem, called, names } = week;
  const known = useKnown(week);
  const strangers = known?.strangers([session]) ?? [];
  const activity = problem.activities.find(({ id }) => id === session.activity);
  const day = Math.floor(session.start / DAY);
  const name = (one: { id: string; name: string }) => ({ value: one.id, label: one.name });
  const there = called.residents.filter(({ id }) => problem.residents.some((one) => one.id === id)).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const likes = (id: string) => problem.residents.find((one) => one.id === id)?.value[session.activity];
  const crew = called.staff.filter(({ id }) => session.staff.includes(id) || onShift(week, id, session.start)).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const wheels = session.vehicles[0];
  return (
    <>
      <Select label={words.session.activity} value={session.activity} options={called.activities.filter(({ id }) => problem.activities.some((one) => one.id === id)).map(name).toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))} onValue={(id) => {
        const next = problem.activities.find((one) => one.id === id);
        onChange({ activity: id, room: next?.rooms[0] ?? null, vehicles: [], residents: session.residents.filter((one) => problem.residents.find((who) => who.id === one)?.value[id] !== undefined) });
      }} />
      <Row>
        <Select label={words.session.day} value={String(day)} options={DAYS.map((n) => ({ value: String(n), label: dayName(week.weekStarts, n) }))} onValue={(n) => onChange({ start: Number(n) * DAY + (session.start % DAY) })} />
        <StartField start={session.start} onStart={(start) => onChange({ start })} />
      </Row>
      <ChoiceMany legend={words.session.who} layout="grid" values={[...session.residents]} onValues={(residents) => onChange({ residents })} options={there
        .filter(({ id }) => likes(id) !== undefined || session.residents.includes(id))
        .map(({ id, name: label }) => ({ value: id, label, hint: likes(id) === undefined ? words.session.notTheirs : undefined }))} />
      <ChoiceMany legend={words.session.staff} layout="grid" values={[...session.staff]} onValues={(staff) => onChange({ staff })} options={crew
        .filter(({ id }) => !session.vehicles.some(({ driver }) => driver === id))
        .map(({ id, name: label }) => ({ value: id, label, hint: [inARow(problem.staff.find((one) => one.id === id)?.skills ?? []), known?.hint(id, session.residents)].filter(Boolean).join(' · ') || undefined }))} />
      {strangers.length > 0 && <Notice kind="warning" live="polite" title={words.session.strangers} reasons={strangers} />}
      {activity && activity.rooms.length > 0 && <Select label={words.session.room} value={session.room ?? ''} options={activity.rooms.map((id) => ({ value: id, label: names.call('room', id) }))} onValue={(room) => onChange({ room })} />}
      {activity?.transport === 'vehicle' && (
        <Row>
          <Select label={words.session.vehicle} value={wheels?.vehicle ?? ''} options={called.vehicles.map(name)} onValue={(vehicle) => onChange({ vehicles: [{ vehicle, driver: wheels?.driver ?? '' }, ...session.vehicles.slice(1)] })} />
          <Select label={words.session.driver} value={wheels?.driver ?? ''} options={drivers(week, session).map(name)} onValue={(driver) => onChange({ staff: session.staff.filter((id) => id !== driver), vehicles: [{ vehicle: wheels?.vehicle ?? called.vehicles[0]?.id ?? '', driver }, ...session.vehicles.slice(1)] })} />
        </Row>
      )}
    </>
  );
}

/** When it starts. What is typed stays as it is until the hand leaves: half a time is no quarter of an hour yet. */
function StartField({ start, onStart }: { start: number; onStart: (start: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const type = (time: string) => {
    setTyped(time);
    const isOnGrid = /^\d\d:\d\d$/.test(time) && minuteOf(time) % GRID === 0;
    if (isOnGrid) onStart(start - (start % DAY) + minuteOf(time));
  };
  const leave = () => {
    if (typed && /^\d\d:\d\d$/.test(typed)) onStart(start - (start % DAY) + Math.min(DAY - GRID, Math.round(minuteOf(typed) / GRID) * GRID));
    setTyped(null);
  };
  return <TimeField label={words.session.time} value={typed ?? clock(start)} step={GRID * 60} onValue={type} onBlur={leave} />;
}

function Told({ week: { names, weekStarts, problem }, session }: { week: Week; session: Session }) {
  const crew = [...session.staff.map((id) => names.call('staff', id)), ...session.vehicles.filter(({ driver }) => driver !== '').map(({ vehicle, driver }) => `${names.call('staff', driver)} ${words.board.drives} ${names.call('vehicle', vehicle)}`)];
  const minutes = problem.activities.find(({ id }) => id === session.activity)?.duration ?? 0;
  return (
    <dl className={styles.told}>
      <dt>{words.session.activity}</dt>
      <dd>{names.call('activity', session.activity)}</dd>
      <dt>{words.session.when}</dt>
      <dd>{dayName(weekStarts, Math.floor(session.start / DAY))}, {clock(session.start)}–{clock(session.start + minutes)}{session.room ? `, ${names.call('room', session.room)}` : ''}</dd>
      <dt>{words.session.who}</dt>
      <dd>{inARow(session.residents.map((id) => names.call('resident', id)))}</dd>
      <dt>{words.session.staff}</dt>
      <dd>{inARow(crew)}</dd>
    </dl>
  );
}

/** Something that can be held, on the day that was asked for if it can be held then. */
function emptySession({ problem }: Week, start: number | undefined): Session {
  const day = Math.floor((start ?? 0) / DAY);
  const isThen = ([from]: readonly [number, number]) => start === undefined || Math.floor(from / DAY) === day;
  const activity = problem.activities.find(({ windows }) => windows.some(isThen)) ?? problem.activities.find(({ windows }) => windows.length > 0) ?? problem.activities[0];
  const first = (activity?.windows.find(isThen) ?? activity?.windows[0])?.[0] ?? start ?? 10 * 60;
  return { activity: activity?.id ?? '', start: Math.ceil(first / GRID) * GRID, room: activity?.rooms[0] ?? null, vehicles: [], staff: [], residents: [] };
}

function onShift({ problem }: Week, id: string, start: number): boolean {
  return problem.staff.some((one) => one.id === id && one.shifts.some(([from, to]) => from <= start && start < to));
}

function drivers(week: Week, session: Session): { id: string; name: string }[] {
  const wanted = new Set(week.problem.vehicles.filter(({ id }) => session.vehicles.length === 0 || session.vehicles.some(({ vehicle }) => vehicle === id)).map(({ licence }) => licence as string));
  return week.called.staff.filter(({ id }) => session.vehicles.some(({ driver }) => driver === id) || (onShift(week, id, session.start) && week.problem.staff.some((one) => one.id === id && one.licences.some((licence) => wanted.has(licence)))));
}

function breaksOf({ problem, names }: Week, others: readonly Session[], session: Session): string[] {
  return whatBreaks(problem, others, { before: null, after: asInput(session) }, names);
}
