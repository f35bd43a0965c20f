import { Armchair, ChevronLeft, ChevronRight, ClipboardCheck, Clock, DoorOpen, HandHeart, Sun } from 'lucide-react';
import { useState } from 'react';
import { addDays, clockIn, sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Button, IconButton, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { classes } from '@promenade/ui/classes.ts';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { useMe } from '../../app/me.ts';
import { QuietToday } from '../../quiet/quiet-today.tsx';
import { NeedsAnswer, ToldToday } from './changed-today.tsx';
import { dayDocument } from './day.graphql.ts';
import { type DayAnswer, isDueAbout, isSettled, isWaiting, nowAndNext } from './day.ts';
import { LadderToday } from './ladder-today.tsx';
import { OnShift } from './on-shift.tsx';
import { DuePromises } from './owed-today.tsx';
import { RoutinesToday } from './routines-today.tsx';
import { SessionCard } from './session-card.tsx';
import styles from './day.module.css';
import { words } from './words.ts';

const EVERY_MINUTE = 60_000;

/** The screen of a shift: now and next, what was promised, who has had nothing. */
export function TodayPage() {
  const [on, setOn] = useState<string | null>(null);
  const asked = useAsk(dayDocument, { on }, { everyMs: EVERY_MINUTE });
  return <Asked of={asked}>{(answer) => <Shift answer={answer} onDay={setOn} />}</Asked>;
}

function Shift({ answer, onDay }: { answer: DayAnswer; onDay: (day: string | null) => void }) {
  const { day, today, sessions, routines } = answer.day;
  const { zone } = useMe().home;
  const isToday = day === today;
  const go = (by: number) => onDay(addDays(day, by) === today ? null : addDays(day, by));
  return (
    <Page
      title={isToday ? words.title : sayDay(day)}
      actions={isToday && <LinkButton href="/now" icon={<DoorOpen />}>{words.goNow}</LinkButton>}
      lead={
        <div className={styles.date}>
          <IconButton label={words.dayBefore} onClick={() => go(-1)}><ChevronLeft /></IconButton>
          {isToday ? <p>{sayDay(day)}, {clockIn(zone, new Date(answer.day.now))}</p> : <Button onClick={() => onDay(null)}>{words.toToday}</Button>}
          <IconButton label={words.dayAfter} onClick={() => go(1)}><ChevronRight /></IconButton>
        </div>
      }
    >
      {isToday && (
        <div className={styles.first}>
          <NeedsAnswer day={day} />
          <NowAndNext answer={answer} />
          <Waits answer={answer} />
          <OnShift today={today} now={new Date(answer.day.now)} />
        </div>
      )}
      <div className={styles.columns}>
        <section aria-labelledby="sessions">
          <h2 id="sessions" className={styles.heading}>{words.restOfDay}</h2>
          {sessions.length === 0 ? (
            <EmptyState title={words.noSessions} icon={<Sun />}>{words.noSessionsWhat}</EmptyState>
          ) : <Sessions answer={answer} isToday={isToday} />}
        </section>
        <Stack gap={5}>
          <ToldToday day={day} />
          {isToday && <DuePromises promises={answer.promises} today={today} />}
          {isToday && <QuietToday />}
          <RoutinesToday routines={routines} day={day} mayRecord={day <= today} now={isToday ? clockIn(zone, new Date(answer.day.now)) : null} />
          {isToday && <LadderToday tasks={answer.ladderTasks} />}
        </Stack>
      </div>
    </Page>
  );
}

/** What waits and what comes; what has been recorded steps back. */
function Sessions({ answer, isToday }: { answer: DayAnswer; isToday: boolean }) {
  const { sessions } = answer.day;
  const now = new Date(answer.day.now);
  const settled = isToday ? sessions.filter(isSettled) : [];
  const list = (some: typeof sessions) => <Stack gap={3} as="ol">{some.map((session) => <SessionCard key={session.id} session={session} now={now} />)}</Stack>;
  return (
    <>
      {list(sessions.filter((session) => !settled.includes(session)))}
      {settled.length > 0 && (
        <details className={styles.needs}>
          <summary>{words.settled(settled.length)}</summary>
          {list(settled)}
        </details>
      )}
    </>
  );
}

/** How much of what waits, each a way to it: what is left of the shift at one look. */
function Waits({ answer }: { answer: DayAnswer }) {
  const { zone } = useMe().home;
  const now = new Date(answer.day.now);
  const toRecord = answer.day.sessions.filter((session) => isWaiting(session, now)).length;
  const routines = answer.day.routines.filter((routine) => isDueAbout(routine, clockIn(zone, now))).length;
  const unexplained = answer.promises.filter((promise) => promise.unexplained).length;
  const due = answer.promises.filter(({ unexplained: isUnexplained, dueOn }) => !isUnexplained && dueOn === answer.day.today).length;
  const waits = [
    { to: '#sessions', some: toRecord, what: words.sessionsWait(toRecord), icon: <ClipboardCheck /> },
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

function NowAndNext({ answer }: { answer: DayAnswer }) {
  const { zone } = useMe().home;
  const { now, next } = nowAndNext(answer.day.sessions, new Date(answer.day.now));
  if (now.length === 0 && next.length === 0) return null;
  return (
    <Card tone="kept">
      <dl className={styles.now}>
        <div>
          <dt>{words.now}</dt>
          {now.length === 0 ? <dd>{words.nothingNow}</dd> : now.map((each) => (
            <dd key={each.id}><a href={`/sessions/${each.id}`}>{each.activityName}</a>{each.place && <>, {each.place}</>}</dd>
          ))}
        </div>
        {next.length > 0 && (
          <div>
            <dt>{words.next}, {clockIn(zone, new Date(next[0]?.startsAt ?? answer.day.now))}</dt>
            {next.map((each) => <dd key={each.id}>{each.activityName}{each.place && <>, {each.place}</>}</dd>)}
          </div>
        )}
      </dl>
    </Card>
  );
}
