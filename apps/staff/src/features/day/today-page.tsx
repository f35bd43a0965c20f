import { ChevronLeft, ChevronRight, Sun } from 'lucide-react';
import { useState } from 'react';
import { addDays, clockIn, sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Button, IconButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { useMe } from '../../app/me.ts';
import { dayDocument } from './day.graphql.ts';
import { type DayAnswer, nowAndNext } from './day.ts';
import { LadderToday } from './ladder-today.tsx';
import { DuePromises, QuietList } from './owed-today.tsx';
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
  const { day, today, sessions, routines, quiet } = answer.day;
  const { zone } = useMe().home;
  const isToday = day === today;
  const go = (by: number) => onDay(addDays(day, by) === today ? null : addDays(day, by));
  return (
    <Page
      title={isToday ? words.title : sayDay(day)}
      lead={isToday ? `${sayDay(day)}, ${clockIn(zone, new Date(answer.day.now))}` : undefined}
      actions={
        <Row gap={2}>
          <IconButton label={words.dayBefore} onClick={() => go(-1)}><ChevronLeft /></IconButton>
          {!isToday && <Button onClick={() => onDay(null)}>{words.toToday}</Button>}
          <IconButton label={words.dayAfter} onClick={() => go(1)}><ChevronRight /></IconButton>
        </Row>
      }
    >
      <div className={styles.columns}>
        <Stack gap={5}>
          {isToday && <NowAndNext answer={answer} />}
          <section aria-labelledby="sessions">
            <h2 id="sessions" className={styles.heading}>{words.restOfDay}</h2>
            {sessions.length === 0 ? (
              <EmptyState title={words.noSessions} icon={<Sun />}>{words.noSessionsWhat}</EmptyState>
            ) : (
              <Stack gap={3} as="ol">{sessions.map((session) => <SessionCard key={session.id} session={session} now={new Date(answer.day.now)} />)}</Stack>
            )}
          </section>
        </Stack>
        <Stack gap={5}>
          {isToday && <DuePromises promises={answer.promises} today={today} />}
          <QuietList quiet={quiet} />
          <RoutinesToday routines={routines} day={day} mayRecord={day <= today} now={isToday ? clockIn(zone, new Date(answer.day.now)) : null} />
          {isToday && <LadderToday tasks={answer.ladderTasks} />}
        </Stack>
      </div>
    </Page>
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
