import { CalendarX, HeartCrack, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { addDays, clockIn, dayIn, sayDay, sayWhen } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { toast } from '@promenade/ui/toast';
import { useMay, useMe } from '../../app/me.ts';
import { DistressPicture } from './distress-picture.tsx';
import { DayDiffers, EndRoutine, NoteDistress } from './routine-dialogs.tsx';
import { RoutineForm } from './routine-form.tsx';
import { noteDistressDocument, routinesDocument } from './routines.graphql.ts';
import type { Note, Person, Routine } from './routines.ts';
import styles from './routines.module.css';
import { words } from './words.ts';

type Opened = { what: 'add' } | { what: 'distress'; routine: Routine | null } | { what: 'differs' | 'end'; routine: Routine };
type Open = (what: Opened) => void;

/** Each routine with what it is for, how this week went, and what happens when it is missed. */
export function RoutinesPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(routinesDocument, { id });
  return <Asked of={asked}>{({ resident }) => <Routines person={resident} />}</Asked>;
}

function Routines({ person }: { person: Person }) {
  const [search] = useSearchParams();
  const [factId] = useState(() => search.get('fact'));
  const [opened, setOpened] = useState<Opened | null>(factId === null ? null : { what: 'add' });
  const [mayWrite, mayRecord] = [useMay('people.write'), useMay('day.record')];
  const close = () => setOpened(null);
  return (
    <Page title={words.title(person.preferredName)} kicker={<a href={`/people/${person.id}`}>{person.preferredName}</a>} lead={words.lead}
      actions={
        <>
          {mayRecord && <Button icon={<HeartCrack />} onClick={() => setOpened({ what: 'distress', routine: null })}>{words.distress}</Button>}
          {mayWrite && <Button kind="primary" icon={<Plus />} onClick={() => setOpened({ what: 'add' })}>{words.add}</Button>}
        </>
      }>
      <Stack gap={5}>
        <PersonTabs residentId={person.id} current="routines" />
        {person.routines.length === 0 && <EmptyState title={words.none}>{words.noneWhat}</EmptyState>}
        {person.routines.map((routine) => <OneRoutine key={routine.id} routine={routine} mayWrite={mayWrite} mayRecord={mayRecord} open={setOpened} />)}
        <Recent person={person} mayRecord={mayRecord} />
      </Stack>
      {opened?.what === 'add' && <RoutineForm person={person} factId={factId} onClose={close} />}
      {opened?.what === 'distress' && <NoteDistress residentId={person.id} routine={opened.routine} onClose={close} />}
      {opened?.what === 'differs' && <DayDiffers routine={opened.routine} onClose={close} />}
      {opened?.what === 'end' && <EndRoutine routine={opened.routine} onClose={close} />}
    </Page>
  );
}

function OneRoutine({ routine, mayWrite, mayRecord, open }: { routine: Routine; mayWrite: boolean; mayRecord: boolean; open: Open }) {
  return (
    <Card title={<><span className={styles.time}>{routine.fromTime}</span> {routine.what}</>} aside={mayRecord && <Button icon={<HeartCrack />} aria-label={words.of(words.distress, routine.what)} onClick={() => open({ what: 'distress', routine })}>{words.distress}</Button>}>
      <p className={styles.lead}>{routine.daysWords}, {words.until(routine.toTime)}, <span className={styles.because}>{routine.because}</span></p>
      <Row gap={2}>
        <Badge tone={routine.needs === 'session' ? 'calm' : 'quiet'}>{routine.needs === 'session' ? words.planned : words.respected}</Badge>
        {routine.protected && <Badge tone="kept">{words.protected}</Badge>}
        {routine.activity && <a href={`/library/${routine.activity.id}`}>{routine.activity.name}</a>}
      </Row>
      <dl className={styles.facts}>
        <Line name={words.help}>{routine.help}</Line>
        <Line name={words.missed}>{routine.whenMissed}</Line>
        <Line name={words.from}>{routine.lifeFact ? <>{routine.lifeFact.words} <span className={styles.soft}>({routine.lifeFact.howKnown})</span></> : ''}</Line>
      </dl>
      {routine.endedOn && <p className={styles.soft}>{words.lasts(sayDay(addDays(routine.endedOn, -1)))}</p>}
      <h3>{words.week}</h3>
      <Week routine={routine} />
      <h3>{words.picture}</h3>
      <DistressPicture picture={routine.picture} />
      {mayWrite && (
        <Row gap={2}>
          <Button kind="plain" icon={<CalendarX />} aria-label={words.of(words.differs, routine.what)} onClick={() => open({ what: 'differs', routine })}>{words.differs}</Button>
          <Button kind="plain" aria-label={words.of(words.end, routine.what)} onClick={() => open({ what: 'end', routine })}>{words.end}</Button>
        </Row>
      )}
    </Card>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  if (children === '' || children === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Week({ routine }: { routine: Routine }) {
  const { zone } = useMe().home;
  const today = dayIn(zone, new Date());
  const clock = clockIn(zone, new Date());
  return (
    <ol role="list" className={styles.week}>
      {routine.week.map(({ day, due, state, words: said }, n) => {
        const isOver = day < today || (day === today && routine.toTime <= clock);
        const label = state ? (words.states[state] ?? state) : due ? (isOver ? words.notSaid : words.due) : words.notDue;
        return (
          <li key={day} className={styles.day} data-state={state ?? (due ? 'due' : 'free')} aria-current={day === today ? 'date' : undefined}>
            <span className={styles.dayName}>{words.days[n]} {Number(day.slice(8))}</span>
            <span>{label}</span>
            {said && <span className={styles.soft}>{said}</span>}
          </li>
        );
      })}
    </ol>
  );
}

function Recent({ person, mayRecord }: { person: Person; mayRecord: boolean }) {
  const { zone } = useMe().home;
  const tell = useTell(noteDistressDocument, { onAnswer: () => toast() });
  const correct = (note: Note) => tell.mutate({ input: { id: ownId(), residentId: person.id, routineId: note.routineId, level: 'settled after all', at: note.at, correctsId: note.id } });
  return (
    <Card title={words.recent}>
      <Failed error={tell.error} />
      {person.distress.length === 0 ? <p className={styles.soft}>{words.noDistress}</p> : (
        <ul role="list" className={styles.notes}>
          {person.distress.slice(0, 20).map((note) => {
            const when = sayWhen(zone, new Date(note.at));
            return (
              <li key={note.id}>
                <p><strong>{words.levels[note.level] ?? note.level}</strong>, {when}{note.words && <>: {note.words}</>}</p>
                <Row gap={2}>
                  <span className={styles.soft}>{note.recordedByName}</span>
                  {mayRecord && <Button kind="plain" busy={tell.isPending} aria-label={words.correctFor(when)} onClick={() => correct(note)}>{words.correct}</Button>}
                </Row>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
