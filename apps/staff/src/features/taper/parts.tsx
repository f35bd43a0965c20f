import { Plus } from 'lucide-react';
import { useState } from 'react';
import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { Unseen } from '@promenade/ui/unseen';
import { useMay, useMe } from '../../app/me.ts';
import { RoutineHelpForm } from './forms.tsx';
import type { Of } from './support-plan-page.tsx';
import { fallDocument } from './taper.graphql.ts';
import styles from './taper.module.css';
import { pounds, words } from './words.ts';

export function Money({ of: { savedPence, savedWeeks, plan } }: { of: Of }) {
  return (
    <Card title={words.money}>
      <p className={styles.big}>{savedWeeks === 0 ? '–' : pounds(Math.abs(savedPence))}</p>
      <p>{savedWeeks === 0 ? words.savedNone : savedPence >= 0 ? words.saved(pounds(savedPence), savedWeeks) : words.costMore(pounds(-savedPence))}</p>
      {plan && <p className={styles.soft}>{words.hourly(pounds(plan.hourlyPence))}</p>}
    </Card>
  );
}

export function Routines({ of, mayWrite }: { of: Of; mayWrite: boolean }) {
  const [opened, open] = useState<Of['routines'][number] | null>(null);
  if (of.routines.length === 0) return null;
  return (
    <Card title={words.routines}>
      <p className={styles.soft}>{words.routinesLead}</p>
      <ul role="list" className={styles.lines}>
        {of.routines.map((routine) => (
          <li key={routine.routineId}>
            <span>{routine.what} <span className={styles.soft}>{routine.fromTime}–{routine.toTime}</span></span>
            <span className={styles.beside}>
              {routine.isSaid ? <strong>{words.helpIs(routine.minutes, routine.staff)}</strong> : <span className={styles.soft}>{words.unsaid}</span>}
              {mayWrite && <span data-print="no"><Button onClick={() => open(routine)}>{words.sayHelp}<Unseen>{`: ${routine.what}`}</Unseen></Button></span>}
            </span>
          </li>
        ))}
      </ul>
      {opened && <RoutineHelpForm routine={opened} onClose={() => open(null)} />}
    </Card>
  );
}

export function Falls({ of: { falls, residentId }, onNote }: { of: Of; onNote: (() => void) | null }) {
  const { home: { zone } } = useMe();
  const mayRecord = useMay('day.record');
  const tell = useTell(fallDocument);
  return (
    <Card title={words.falls} aside={onNote && <span data-print="no"><Button icon={<Plus />} onClick={onNote}>{words.noteFall}</Button></span>}>
      {falls.length === 0 ? <p className={styles.soft}>{words.fallsNone}</p> : (
        <ul role="list" className={styles.lines}>
          {falls.map((fall) => {
            const at = new Date(fall.at);
            const when = `${sayDay(dayIn(zone, at))}, ${clockIn(zone, at)}`;
            return (
              <li key={fall.id}>
                <span>{when}: {fall.place}. {words.hurts[fall.hurt]}.{fall.words && ` ${fall.words}`} <span className={styles.soft}>{fall.recordedByName}</span></span>
                {mayRecord && <span data-print="no"><Button kind="plain" busy={tell.isPending} onClick={() => tell.mutate({ input: { id: ownId(), residentId, at: fall.at, place: fall.place, hurt: 'not a fall after all', correctsId: fall.id } })}>{words.fallForm.putRight}<Unseen>{`: ${when}`}</Unseen></Button></span>}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

export function Events({ of: { events } }: { of: Of }) {
  const { home: { zone } } = useMe();
  if (events.length === 0) return null;
  return (
    <Card title={words.events}>
      <ul role="list" className={styles.lines}>
        {events.map((event) => (
          <li key={event.id}>
            <span>{event.words}{event.say && <> <span className={styles.say}>“{event.say}”</span></>} <span className={styles.soft}>{event.byName}, {sayDay(dayIn(zone, new Date(event.at)))}</span></span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
