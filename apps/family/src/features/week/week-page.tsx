import type { ResultOf } from 'gql.tada';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { addDays, mondayOf } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { classes } from '@promenade/ui/classes.ts';
import { useAsk } from '@promenade/ui/query.ts';
import { useMe } from '../../app/me.ts';
import { atTime, dayFrom } from '../../common/days.ts';
import { Happened } from '../../common/happened.tsx';
import styles from '../../common/lines.module.css';
import { NotShared, OfPerson } from '../../common/of-person.tsx';
import { weekDocument } from './week.graphql.ts';
import { words } from './words.ts';

type Week = ResultOf<typeof weekDocument>['familyWeek'];
type Day = Week['days'][number];

/** The whole week: what is planned, what has changed, and of the days that are over what came of them. */
export function WeekPage() {
  const { id = '' } = useParams();
  const [on, setOn] = useState<string | null>(null);
  const asked = useAsk(weekDocument, { residentId: id, on });
  return <Asked of={asked}>{({ familyWeek }) => <WeekView week={familyWeek} onWeek={setOn} />}</Asked>;
}

function WeekView({ week, onWeek }: { week: Week; onWeek: (monday: string | null) => void }) {
  const { monday, today, person } = week;
  const isThis = mondayOf(today) === monday;
  const isEmpty = week.notShared.length === 2;
  return (
    <OfPerson id={week.personId} name={person} title={words.title(person, monday)} lead={week.isGone ? words.gone(person) : undefined}>
      <div className={styles.turn}>
        <Button icon={<ChevronLeft aria-hidden="true" />} aria-label={words.beforeAbout} onClick={() => onWeek(addDays(monday, -7))}>{words.before}</Button>
        {!isThis && <Button onClick={() => onWeek(null)}>{words.thisWeek}</Button>}
        {!week.isGone && <Button icon={<ChevronRight aria-hidden="true" />} aria-label={words.afterAbout} onClick={() => onWeek(addDays(monday, 7))}>{words.after}</Button>}
      </div>
      <Changed week={week} />
      {!isEmpty && (
        <Card as="div">
          {week.days.map((day) => <OneDay key={day.day} day={day} today={today} />)}
        </Card>
      )}
      <NotShared sentences={week.notShared} />
    </OfPerson>
  );
}

function Changed({ week }: { week: Week }) {
  const { zone } = useMe().home;
  if (week.changed.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{words.changed}</h2>
      <Card as="div" tone="owed">
        <ul role="list" className={styles.list}>
          {week.changed.map(({ id, words: told, toldAt }) => (
            <li key={id}>
              <p className={styles.what}>{told}</p>
              <p className={styles.soft}>{words.toldOn(atTime(zone, week.today, new Date(toldAt)))}</p>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function OneDay({ day, today }: { day: Day; today: string }) {
  const isEmpty = day.planned.length + day.happened.length + day.visits.length === 0;
  return (
    <section className={styles.day}>
      <h2>{dayFrom(today, day.day)}</h2>
      {isEmpty ? <p className={styles.soft}>{day.day < today ? words.nothing : words.nothingYet}</p> : (
        <ul role="list">
          {day.planned.map((each) => <Planned key={each.id} planned={each} isPast={day.day < today} />)}
          {day.happened.map((each) => <Happened key={each.id} happening={each} today={today} />)}
          {day.visits.map((visit) => (
            <li key={visit.visitId} className={styles.entry}>
              <span className={styles.time}>{visit.from}</span>
              <div>
                <p className={styles.what}>{words.youVisit(visit.from, visit.to)}</p>
                {visit.meets.map((meets) => <p key={meets}>{meets}</p>)}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Planned({ planned, isPast }: { planned: Day['planned'][number]; isPast: boolean }) {
  const isOff = planned.status === 'cancelled' || planned.status === 'did not run';
  return (
    <li className={classes(styles.entry, isOff && styles.off)}>
      <span className={styles.time}>{planned.from}</span>
      <div>
        <p className={styles.what}>{planned.what}</p>
        {!isOff && <p>{planned.where}</p>}
        {!isOff && planned.staff.length > 0 && <p className={styles.soft}>{words.with(planned.staff)}</p>}
        {planned.status === 'cancelled' && <p>{isPast ? words.wasCancelled : words.cancelled}</p>}
        {planned.cameOfIt && <p><strong>{planned.cameOfIt}</strong></p>}
        {planned.note && <p className={styles.note}>“{planned.note}”</p>}
        {planned.saidBy && <p className={styles.soft}>{words.said(planned.saidBy)}</p>}
      </div>
    </li>
  );
}
