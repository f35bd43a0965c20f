import { Armchair, ChevronLeft, ChevronRight, ClipboardCheck, Clock, DoorOpen, HandHeart, HeartHandshake, Repeat, Sprout, Sun } from 'lucide-react';
import { useState } from 'react';
import { addDays, clockIn, sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Button, IconButton } from '@promenade/ui/button';
import { classes } from '@promenade/ui/classes.ts';
import { EmptyState } from '@promenade/ui/empty-state';
import { later } from '@promenade/ui/later';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay, useMe } from '../../app/me.ts';
import { QuietToday } from '../../quiet/quiet-today.tsx';
import { NeedsAnswer, ToldToday } from './changed-today.tsx';
import { atRiskDocument, dayDocument } from './day.graphql.ts';
import { type DayAnswer, type DaySession, inOrder, isDueAbout, isJustOver, isMine, isNear } from './day.ts';
import { UnmetNeeds } from './needs-today.tsx';
import { OnShift } from './on-shift.tsx';
import { useWaiting } from '../../app/outgoing.ts';
import { DuePromises } from './owed-today.tsx';
import { RoutinesToday } from './routines-today.tsx';
import { SessionCard, SessionLine } from './session-card.tsx';
import { OnThisDevice, UnsaidSessions } from './unsaid.tsx';
import styles from './day.module.css';
import { VisitsToday } from './visits-today.tsx';
import { words } from './words.ts';

/** Fetched where there is a task: a home that has none opens its day without it. */
const LadderToday = later(async () => (await import('./ladder-today.tsx')).LadderToday);

const EVERY_MINUTE = 60_000;
/** So many at once stand whole. */
const FEW = 3;

/** The screen of a shift: now and next, what was promised, who has had nothing. */
export function TodayPage() {
  const [on, setOn] = useState<string | null>(null);
  const asked = useAsk(dayDocument, { on }, { everyMs: EVERY_MINUTE });
  return <Asked of={asked}>{(answer) => <Shift answer={answer} onDay={setOn} />}</Asked>;
}

function Shift({ answer, onDay }: { answer: DayAnswer; onDay: (day: string | null) => void }) {
  const { day, today, routines } = answer.day;
  const { zone } = useMe().home;
  const waiting = useWaiting();
  const isToday = day === today;
  const atRisk = useAsk(atRiskDocument, {}, { when: isToday, everyMs: 5 * EVERY_MINUTE }).data?.promisesAtRisk ?? [];
  const go = (by: number) => onDay(addDays(day, by) === today ? null : addDays(day, by));
  const now = new Date(answer.day.now);
  // What comes up with a routine of the day is tapped there.
  const tasks = answer.ladderTasks.filter(({ id }) => !routines.some((routine) => routine.tasks.some((task) => task.id === id)));
  return (
    <Page
      title={isToday ? words.title : sayDay(day)}
      lead={
        <div className={styles.date}>
          <IconButton label={words.dayBefore} onClick={() => go(-1)}><ChevronLeft /></IconButton>
          {isToday ? <p>{sayDay(day)}, {clockIn(zone, now)}</p> : <Button onClick={() => onDay(null)}>{words.toToday}</Button>}
          <IconButton label={words.dayAfter} onClick={() => go(1)}><ChevronRight /></IconButton>
        </div>
      }
    >
      {isToday && (
        <div className={styles.first}>
          <Ways />
          <OnThisDevice waiting={waiting} />
          <NeedsAnswer day={day} />
          <Waits answer={answer} />
        </div>
      )}
      <div className={styles.columns}>
        <Sessions answer={answer} isToday={isToday} keptHere={waiting.sessionIds} />
        <Stack gap={5}>
          {isToday && <UnsaidSessions unsaid={answer.unsaidSessions} />}
          <ToldToday day={day} />
          <VisitsToday day={day} />
          {isToday && <UnmetNeeds needs={answer.unmetNeeds} title={words.unmet} />}
          {isToday && <DuePromises promises={answer.promises} atRisk={atRisk} today={today} />}
          {routines.length > 0 && <RoutinesToday routines={routines} day={day} mayRecord={day <= today} now={isToday ? clockIn(zone, now) : null} />}
          {isToday && <QuietToday />}
          {isToday && tasks.length > 0 && <LadderToday tasks={tasks} />}
          {isToday && <OnShift today={today} now={now} />}
        </Stack>
      </div>
    </Page>
  );
}

/** Where a shift goes from here. */
function Ways() {
  const [mayRecord, mayLet] = [useMay('day.record'), useMay('reablement.read')];
  return (
    <nav aria-label={words.ways}>
      <ul role="list" className={styles.ways}>
        {mayRecord && <li><a href="/moments/new" className={classes(styles.way, styles.firstWay)}><HeartHandshake aria-hidden="true" />{words.moment}</a></li>}
        <li><a href="/now" className={styles.way}><DoorOpen aria-hidden="true" />{words.goNow}</a></li>
        <li><a href="/rounds" className={styles.way}><Armchair aria-hidden="true" />{words.round}</a></li>
        {mayLet && <li><a href="/let-do" className={styles.way}><Sprout aria-hidden="true" />{words.letDo}</a></li>}
        <li><a href="/handover" className={styles.way}><Repeat aria-hidden="true" />{words.handover}</a></li>
      </ul>
    </nav>
  );
}

/** What asks to be recorded, what is on and what is next stand whole; what comes later and what is done are a line each. */
function Sessions({ answer, isToday, keptHere }: { answer: DayAnswer; isToday: boolean; keptHere: ReadonlySet<string> }) {
  const { name, home: { zone } } = useMe();
  const { sessions } = answer.day;
  const now = new Date(answer.day.now);
  if (sessions.length === 0) return <section aria-label={words.restOfDay}><EmptyState title={words.noSessions} icon={<Sun />}>{words.noSessionsWhat}</EmptyState></section>;
  const groups = inOrder(sessions, now, name);
  const whole = (session: DaySession) => <SessionCard key={session.id} session={session} now={now} isKeptHere={keptHere.has(session.id)} />;
  const line = (session: DaySession) => <SessionLine key={session.id} session={session} now={now} isKeptHere={keptHere.has(session.id)} />;
  const part = (key: keyof typeof groups, isWhole: (session: DaySession) => boolean) => {
    const [cards, lines] = [groups[key].filter(isWhole), groups[key].filter((session) => !isWhole(session))];
    const starts = [...new Set(groups[key].map(({ startsAt }) => startsAt))];
    const title = key === 'next' && starts.length === 1 && starts[0] ? words.at(words.groups.next, clockIn(zone, new Date(starts[0]))) : words.groups[key];
    return groups[key].length > 0 && (
      <section key={key} id={key} aria-labelledby={`part-${key}`} className={styles.partOfDay}>
        <h2 id={`part-${key}`} className={styles.heading}>{title}{groups[key].length > 1 && <span className={styles.count}> · {groups[key].length}</span>}</h2>
        {cards.length > 0 && <ol role="list" className={styles.cards}>{cards.map(whole)}</ol>}
        {lines.length > 0 && <ol role="list" className={styles.lineCards}>{lines.map(line)}</ol>}
      </section>
    );
  };
  const never = () => false;
  // Of many that are on at once, one's own stand whole and the others are a line; so does what is only just over.
  const few = (key: 'now' | 'waiting') => (session: DaySession) => groups[key].length <= FEW || isMine(session, name);
  return (
    <section aria-label={words.restOfDay} className={styles.parts}>
      {part('now', isToday ? few('now') : never)}
      {part('next', (session) => isToday && isNear(session, now, name))}
      {part('waiting', (session) => isToday && (few('waiting')(session) || isJustOver(session, now)))}
      {part('later', never)}
      {part('settled', never)}
    </section>
  );
}

/** How much of what waits, each a way to it: what is left of the shift at one look. */
function Waits({ answer }: { answer: DayAnswer }) {
  const { name, home: { zone } } = useMe();
  const now = new Date(answer.day.now);
  const toRecord = inOrder(answer.day.sessions, now, name).waiting.length;
  const routines = answer.day.routines.filter((routine) => isDueAbout(routine, clockIn(zone, now))).length;
  const unexplained = answer.promises.filter((promise) => promise.unexplained).length;
  const due = answer.promises.filter(({ unexplained: isUnexplained, dueOn }) => !isUnexplained && dueOn === answer.day.today).length;
  const open = answer.unmetNeeds.filter(({ seenTo }) => seenTo === null).length;
  const waits = [
    { to: '#waiting', some: toRecord, what: words.sessionsWait(toRecord), icon: <ClipboardCheck /> },
    { to: '#needs', some: open, what: words.needsWait(open), icon: <HeartHandshake />, isPressing: true },
    { to: '#routines', some: routines, what: words.routinesWait(routines), icon: <Clock /> },
    { to: '#promises', some: due, what: words.promisesDue(due), icon: <HandHeart /> },
    { to: '#promises', some: unexplained, what: words.promisesWait(unexplained), icon: <HandHeart />, isPressing: true },
    { to: '#quiet', some: answer.day.quiet.length, what: words.quietWait, icon: <Armchair /> },
  ].filter(({ some }) => some > 0);
  if (waits.length === 0) return null;
  return (
    <nav aria-label={words.waits}>
      <ul role="list" className={styles.waits}>
        {waits.map(({ to, some, what, icon, isPressing }) => (
          <li key={what}><a href={to} className={classes(styles.wait, isPressing && styles.pressing)}>{icon}<span><strong>{some}</strong> {what}</span></a></li>
        ))}
      </ul>
    </nav>
  );
}
