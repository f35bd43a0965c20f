import { useState } from 'react';
import { clockIn, dayIn, instantAt, minuteOf } from '@promenade/domain/shared/time';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice, TapChoice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { DateField, TextArea, TextField, TimeField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { useMe } from '../../app/me.ts';
import { dayDiffersDocument, noteDistressDocument, stopRoutineDocument } from './routines.graphql.ts';
import type { Routine } from './routines.ts';
import styles from './routines.module.css';
import { words } from './words.ts';

/** Two taps: here, and how they were. What was seen and an earlier time may be added before the second. */
export function NoteDistress({ residentId, routine, onClose }: { residentId: string; routine: Routine | null; onClose: () => void }) {
  const { zone } = useMe().home;
  const [id] = useState(ownId);
  const [seen, setSeen] = useState('');
  const [isEarlier, setEarlier] = useState(false);
  const [day, setDay] = useState(() => dayIn(zone, new Date()));
  const [time, setTime] = useState(() => clockIn(zone, new Date()));
  const tell = useTell(noteDistressDocument, {
    onAnswer: ({ noteDistress }) => {
      if (noteDistress.__typename === 'Refused') return;
      toast(words.saved);
      onClose();
    },
  });
  function save(level: string): void {
    if (tell.isPending) return;
    const at = isEarlier && day !== '' && time !== '' ? instantAt(zone, day, minuteOf(time)).toISOString() : null;
    tell.mutate({ input: { id, residentId, routineId: routine?.id ?? null, level, words: seen || null, at } });
  }
  return (
    <Dialog open onClose={onClose} title={routine ? words.of(words.distress, routine.what) : words.distress} actions={<Button onClick={onClose}>{shared.cancel}</Button>}>
      <Stack gap={4}>
        <TextArea label={words.seen} optional rows={2} value={seen} onValue={setSeen} />
        <TapChoice legend={words.when} layout="row" value={isEarlier ? 'earlier' : 'now'} onTap={(when) => setEarlier(when === 'earlier')} options={[{ value: 'now', label: words.now }, { value: 'earlier', label: words.earlier }]} />
        {isEarlier && (
          <div className={styles.pair}>
            <DateField label={words.day} value={day} onValue={setDay} />
            <TimeField label={words.time} value={time} onValue={setTime} />
          </div>
        )}
        <TapChoice legend={words.howMuch} layout="list" onTap={save} options={Object.entries(words.levels).map(([value, label]) => ({ value, label, hint: words.levelHints[value] ?? '', tone: 'owed' }))} />
        <RefusedNotice refused={refusalIn(tell.data?.noteDistress)} />
        <Failed error={tell.error} />
      </Stack>
    </Dialog>
  );
}

export function DayDiffers({ routine, onClose }: { routine: Routine; onClose: () => void }) {
  const { zone } = useMe().home;
  const [id] = useState(ownId);
  const [kind, setKind] = useState('not that day');
  const [day, setDay] = useState(() => dayIn(zone, new Date()));
  const [why, setWhy] = useState('');
  const tell = useTell(dayDiffersDocument, {
    onAnswer: ({ routineDayDiffers }) => {
      if (routineDayDiffers.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  return (
    <FormSheet title={words.differTitle(routine.what)} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.routineDayDiffers)} error={tell.error}
      onSave={() => { if (day !== '') tell.mutate({ input: { id, routineId: routine.id, day, kind, words: why } }); }}>
      <Choice legend={words.differKind} layout="list" value={kind} onValue={setKind} options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))} />
      <DateField label={words.differDay} value={day} onValue={setDay} />
      <TextField label={words.differWhy} optional value={why} onValue={setWhy} />
    </FormSheet>
  );
}

export function EndRoutine({ routine, onClose }: { routine: Routine; onClose: () => void }) {
  const { zone } = useMe().home;
  const [on, setOn] = useState(() => dayIn(zone, new Date()));
  const tell = useTell(stopRoutineDocument, {
    onAnswer: ({ endRoutine }) => {
      if (endRoutine.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.endTitle(routine.what)} actions={
      <>
        <Button onClick={onClose}>{shared.cancel}</Button>
        <Button kind="danger" busy={tell.isPending} onClick={() => tell.mutate({ id: routine.id, on })}>{words.end}</Button>
      </>
    }>
      <Stack>
        <p>{words.endWhat}</p>
        <DateField label={words.endOn} value={on} onValue={setOn} />
        <RefusedNotice refused={refusalIn(tell.data?.endRoutine)} />
        <Failed error={tell.error} />
      </Stack>
    </Dialog>
  );
}
