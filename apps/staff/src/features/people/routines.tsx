import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Dialog } from '@promenade/ui/dialog';
import { Failed } from '@promenade/ui/asked';
import { DateField } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { endRoutineDocument } from './person.graphql.ts';
import styles from './people.module.css';
import type { Opened, Person } from './person.ts';
import { words } from './words.ts';

type Routine = Person['routines'][number];

/** What belongs in their day, each with its reason. */
export function Routines({ person, open }: { person: Person; open: (what: Opened) => void }) {
  const [ending, setEnding] = useState<Routine | null>(null);
  return (
    <Card title={words.matters} aside={<Button icon={<Plus />} onClick={() => open({ form: 'routine' })}>{words.addRoutine}</Button>}>
      {person.routines.length === 0 ? <p className={styles.soft}>{words.noRoutines}</p> : (
        <ul role="list" className={styles.lines}>
          {person.routines.map((routine) => (
            <li key={routine.id}>
              <p>
                <span className={styles.time}>{routine.fromTime}</span> <strong>{routine.what}</strong>, {routine.daysWords}, until {routine.toTime},{' '}
                <span className={styles.because}>{routine.because}</span>
              </p>
              {routine.whenMissed && <p><strong>{words.ifMissed}</strong> {routine.whenMissed}</p>}
              {routine.help && <p><strong>{words.help}</strong> {routine.help}</p>}
              {routine.lifeFact && <p className={styles.soft}>{words.from} {routine.lifeFact.words} ({routine.lifeFact.howKnown})</p>}
              <Row gap={2}>
                <Badge tone={routine.needs === 'session' ? 'calm' : 'quiet'}>{routine.needs === 'session' ? words.planned : words.respected}</Badge>
                {routine.protected && <Badge tone="kept">{words.protected}</Badge>}
                {routine.activity && <span><a href={`/library/${routine.activity.id}`}>{routine.activity.name}</a></span>}
                <Button kind="plain" aria-label={`${words.endRoutine}: ${routine.what}`} onClick={() => setEnding(routine)}>{words.endRoutine}</Button>
              </Row>
            </li>
          ))}
        </ul>
      )}
      {ending && <EndRoutine routine={ending} onClose={() => setEnding(null)} />}
    </Card>
  );
}

function EndRoutine({ routine, onClose }: { routine: Routine; onClose: () => void }) {
  const [on, setOn] = useState(() => new Date().toLocaleDateString('en-CA'));
  const tell = useTell(endRoutineDocument, {
    onAnswer: ({ endRoutine }) => {
      if (endRoutine.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.endRoutineTitle(routine.what)} actions={
      <>
        <Button onClick={onClose}>{shared.cancel}</Button>
        <Button kind="danger" busy={tell.isPending} onClick={() => tell.mutate({ id: routine.id, on })}>{words.endRoutine}</Button>
      </>
    }>
      <Stack>
        <p>{words.endRoutineWhat}</p>
        <DateField label={words.endOn} value={on} onValue={setOn} />
        <RefusedNotice refused={refusalIn(tell.data?.endRoutine)} />
        <Failed error={tell.error} />
      </Stack>
    </Dialog>
  );
}
