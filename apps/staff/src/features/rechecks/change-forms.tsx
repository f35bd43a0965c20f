import type { ReactNode, SyntheticEvent } from 'react';
import { useId, useState } from 'react';
import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice, ChoiceMany } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { DateField, Select, TextField, TimeField } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import type { Refused, RequestError } from '@promenade/ui/request.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { useMe } from '../../app/me.ts';
import { choicesDocument, notFreeDocument, offRoadDocument, shiftsDocument, staffOffDocument } from './rechecks.graphql.ts';
import { words } from './words.ts';

type Said = { __typename: string; words?: string };

/** A sheet with a form; whoever saves it is told in a sentence what was understood. */
function Sheet({ title, onClose, onSave, busy, refused, error, children }: { title: string; onClose: () => void; onSave: () => void; busy: boolean; refused: Refused | null | undefined; error: RequestError | null; children: ReactNode }) {
  const id = useId();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) onSave();
  };
  return (
    <Dialog open kind="sheet" onClose={onClose} title={title} actions={<><Button onClick={onClose}>{shared.cancel}</Button><Button kind="primary" type="submit" form={id} busy={busy}>{words.save}</Button></>}>
      <form id={id} onSubmit={submit} noValidate>
        <Stack gap={4}>
          {children}
          <RefusedNotice refused={refused} />
          <Failed error={error} />
        </Stack>
      </form>
    </Dialog>
  );
}

function useSaid(onClose: () => void): (said: Said) => void {
  return (said) => {
    if (said.words === undefined) return;
    toast(said.words);
    onClose();
  };
}

/** Saving is tried once somebody or something is chosen; before that the form says what is missing. */
function useAsked(isChosen: () => boolean): [isAsked: boolean, ask: (save: () => void) => void] {
  const [isAsked, setAsked] = useState(false);
  return [isAsked, (save) => {
    setAsked(true);
    if (isChosen()) save();
  }];
}

const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

export function StaffForm({ staffId: first, onClose }: { staffId: string; onClose: () => void }) {
  const { zone } = useMe().home;
  const choices = useAsk(choicesDocument, {});
  const [id] = useState(ownId);
  const [isAsked, ask] = useAsked(() => staffId !== '');
  const [staffId, setStaffId] = useState(first);
  const [kind, setKind] = useState('sick');
  const [howLong, setHowLong] = useState<string>(first ? 'until' : 'today');
  const [days, setDays] = useState({ from: '', to: '' });
  const [shiftIds, setShiftIds] = useState<string[]>([]);
  const shifts = useAsk(shiftsDocument, { staffId }, { when: staffId !== '' && howLong === 'shifts' });
  const said = useSaid(onClose);
  const tell = useTell(staffOffDocument, { onAnswer: ({ sayStaffOff }) => said(sayStaffOff) });
  const dayOf = (shiftId: string | undefined) => {
    const shift = shifts.data?.comingShifts.find((each) => each.shiftId === shiftId);
    return shift ? dayIn(zone, new Date(shift.startsAt)) : null;
  };
  const save = () => {
    const chosen = shiftIds.map(dayOf).filter((day) => day !== null).toSorted();
    const span = howLong === 'until' ? { fromDay: days.from || null, toDay: days.to || days.from || null } : howLong === 'shifts' ? { fromDay: chosen[0] ?? null, toDay: chosen.at(-1) ?? null, shiftIds } : {};
    tell.mutate({ input: { id, staffId, kind, ...span } });
  };
  return (
    <Sheet title={words.sayStaff} onClose={onClose} onSave={() => ask(save)} busy={tell.isPending} refused={refusalIn(tell.data?.sayStaffOff)} error={tell.error}>
      <Select label={words.staff} error={isAsked && staffId === '' ? words.chooseStaff : null} value={staffId} onValue={setStaffId} options={(choices.data?.staffList ?? []).map((each) => ({ value: each.id, label: `${each.name}, ${each.jobTitle}` }))} />
      <Choice legend={words.howLong} layout="list" value={howLong} onValue={setHowLong} options={options(words.howLongs)} />
      {howLong === 'until' && (
        <Row>
          <DateField label={words.fromDay} optional value={days.from} onValue={(from) => setDays({ ...days, from })} />
          <DateField label={words.untilDay} value={days.to} onValue={(to) => setDays({ ...days, to })} />
        </Row>
      )}
      {howLong === 'shifts' && (shifts.data?.comingShifts.length === 0 ? <p>{words.noShifts}</p> : (
        <ChoiceMany legend={words.shifts} layout="list" values={shiftIds} onValues={setShiftIds} options={(shifts.data?.comingShifts ?? []).map(({ shiftId, startsAt, endsAt, isOff }) => ({
          value: shiftId, disabled: isOff, label: `${sayDay(dayIn(zone, new Date(startsAt)))}, ${clockIn(zone, new Date(startsAt))} – ${clockIn(zone, new Date(endsAt))}`,
        }))} />
      ))}
      <Choice legend={words.offWhy} layout="row" value={kind} onValue={setKind} options={options(words.offKinds)} />
    </Sheet>
  );
}

export function VehicleForm({ onClose }: { onClose: () => void }) {
  const choices = useAsk(choicesDocument, {});
  const [id] = useState(ownId);
  const [isAsked, ask] = useAsked(() => vehicleId !== '');
  const [vehicleId, setVehicleId] = useState('');
  const [why, setWhy] = useState('');
  const [untilDay, setUntilDay] = useState('');
  const said = useSaid(onClose);
  const tell = useTell(offRoadDocument, { onAnswer: ({ takeOffRoad }) => said(takeOffRoad) });
  return (
    <Sheet title={words.sayVehicle} onClose={onClose} onSave={() => ask(() => tell.mutate({ input: { id, vehicleId, why, untilDay: untilDay || null } }))} busy={tell.isPending} refused={refusalIn(tell.data?.takeOffRoad)} error={tell.error}>
      <Select label={words.vehicle} error={isAsked && vehicleId === '' ? words.chooseVehicle : null} value={vehicleId} onValue={setVehicleId} options={(choices.data?.vehicles ?? []).map((each) => ({ value: each.id, label: each.notToday ? `${each.name} (${each.notToday})` : each.name }))} />
      <TextField label={words.vehicleWhy} value={why} onValue={setWhy} />
      <DateField label={words.vehicleUntil} optional hint={words.vehicleUntilHint} value={untilDay} onValue={setUntilDay} />
    </Sheet>
  );
}

export function ResidentForm({ residentId: first, onClose }: { residentId: string; onClose: () => void }) {
  const choices = useAsk(choicesDocument, {});
  const [id] = useState(ownId);
  const [isAsked, ask] = useAsked(() => residentId !== '');
  const [residentId, setResidentId] = useState(first);
  const [kind, setKind] = useState('unwell');
  const [at, setAt] = useState({ fromDay: '', toDay: '', from: '', to: '' });
  const [inWords, setInWords] = useState('');
  const said = useSaid(onClose);
  const tell = useTell(notFreeDocument, { onAnswer: ({ sayNotFree }) => said(sayNotFree) });
  const isHours = kind === 'appointment';
  const save = () => tell.mutate({ input: {
    id, residentId, kind, words: inWords, fromDay: at.fromDay || null, toDay: (isHours ? at.fromDay : at.toDay) || null, ...(isHours ? { from: at.from || null, to: at.to || null } : {}),
  } });
  const residents = (choices.data?.residents ?? []).filter(({ status }) => status === 'living here');
  return (
    <Sheet title={words.sayResident} onClose={onClose} onSave={() => ask(save)} busy={tell.isPending} refused={refusalIn(tell.data?.sayNotFree)} error={tell.error}>
      <Select label={words.resident} error={isAsked && residentId === '' ? words.chooseResident : null} value={residentId} onValue={setResidentId} options={residents.map((each) => ({ value: each.id, label: each.room ? `${each.preferredName}, room ${each.room}` : each.preferredName }))} />
      <Choice legend={words.offWhy} layout="list" value={kind} onValue={setKind} options={options(words.notFreeKinds)} />
      <Row>
        <DateField label={words.fromDay} optional value={at.fromDay} onValue={(fromDay) => setAt({ ...at, fromDay })} />
        {!isHours && <DateField label={words.untilDay} optional value={at.toDay} onValue={(toDay) => setAt({ ...at, toDay })} />}
      </Row>
      {isHours && (
        <Row>
          <TimeField label={words.fromTime} optional value={at.from} onValue={(from) => setAt({ ...at, from })} />
          <TimeField label={words.toTime} optional hint={words.allDay} value={at.to} onValue={(to) => setAt({ ...at, to })} />
        </Row>
      )}
      <TextField label={words.inWords} optional={kind === 'unwell'} value={inWords} onValue={setInWords} />
    </Sheet>
  );
}
