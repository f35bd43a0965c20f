import { useState } from 'react';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Select } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMay } from '../../app/me.ts';
import { aboutDocument, placeDocument, unplaceDocument } from './reablement.graphql.ts';
import styles from './reablement.module.css';
import type { Task } from './task-card.tsx';
import { words } from './words.ts';

/** 'routine …' or 'activity …': the one field says both. */
export function placeOf(chosen: string): { routineId: string | null; activityId: string | null } {
  const [kind, id] = chosen.split(' ');
  return { routineId: kind === 'routine' ? (id ?? null) : null, activityId: kind === 'activity' ? (id ?? null) : null };
}

/** A routine of theirs or an activity of the home. */
export function PlaceField({ residentId, label, empty, value, onValue }: { residentId: string; label: string; empty: string; value: string; onValue: (value: string) => void }) {
  const asked = useAsk(aboutDocument, { residentId });
  return (
    <Asked of={asked}>
      {({ resident, activities }) => (
        <Select label={label} value={value} onValue={onValue} options={[
          { value: '', label: empty },
          ...resident.routines.filter(({ endedOn }) => endedOn === null).map(({ id, what, fromTime }) => ({ value: `routine ${id}`, label: words.routineOf(fromTime, what) })),
          ...activities.map(({ id, name }) => ({ value: `activity ${id}`, label: name })),
        ]} />
      )}
    </Asked>
  );
}

/** Where the task's steps stand by themselves to be tapped. */
export function TaskPlaces({ task, residentId }: { task: Task; residentId: string }) {
  const mayWrite = useMay('reablement.write');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const place = useTell(placeDocument, { onAnswer: ({ placeTask }) => {
    if (placeTask.__typename === 'Refused') return;
    setChosen('');
    toast();
  } });
  const away = useTell(unplaceDocument, { onAnswer: () => toast() });
  return (
    <details className={styles.more} data-print="no" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.places(task.places.length)}</summary>
      {isOpen && (
        <Stack gap={3}>
          <p className={styles.soft}>{words.placesWhat}</p>
          {task.places.length > 0 && (
            <ul role="list" className={styles.taps}>
              {task.places.map(({ id, name }) => (
                <li key={id} className={styles.place}>{name}{mayWrite && <Button kind="plain" aria-label={words.takeAwayFrom(name)} onClick={() => away.mutate({ placeId: id })}>{words.takeAway}</Button>}</li>
              ))}
            </ul>
          )}
          {mayWrite && (
            <>
              <PlaceField residentId={residentId} label={words.place} empty={words.choosePlace} value={chosen} onValue={setChosen} />
              <div><Button disabled={chosen === ''} busy={place.isPending} onClick={() => place.mutate({ input: { id: ownId(), taskId: task.id, ...placeOf(chosen) } })}>{words.savePlace}</Button></div>
            </>
          )}
          <RefusedNotice refused={refusalIn(place.data?.placeTask)} />
          <Failed error={place.error ?? away.error} />
        </Stack>
      )}
    </details>
  );
}
