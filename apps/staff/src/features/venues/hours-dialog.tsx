import { useState } from 'react';
import { HOLIDAY_RULES, type HolidayRule } from '@promenade/domain/venues/opening';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice, ChoiceMany } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { TextField } from '@promenade/ui/field';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import type { Venue } from './venue.ts';
import { sayHoursDocument } from './venues.graphql.ts';
import styles from './venues.module.css';
import { words } from './words.ts';

type From = keyof typeof words.hoursFroms;
type How = keyof typeof words.knowns;
type Line = { days: number[]; from: string; to: string };

const FRESH: Line = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
const labelled = <Key extends string>(labels: Record<Key, string>) => (Object.entries(labels) as [Key, string][]).map(([value, label]) => ({ value, label }));

/** When a place is open, bank holidays included: nothing is planned there on one until somebody has asked. */
export function HoursDialog({ venue, onClose }: { venue: Venue; onClose: () => void }) {
  const { opening } = venue;
  const [from, setFrom] = useState<From>(opening.from === 'osm' ? 'osm' : 'weekly');
  const [osm, setOsm] = useState(opening.osm ?? '');
  const [weekly, setWeekly] = useState<Line[]>(opening.weekly.length > 0 ? opening.weekly.map((line) => ({ ...line, days: [...line.days] })) : [FRESH]);
  const [rule, setRule] = useState<HolidayRule>(HOLIDAY_RULES.find((each) => each === opening.holidayRule) ?? 'not known');
  const [other, setOther] = useState({ from: opening.holidayFrom ?? '10:00', to: opening.holidayTo ?? '16:00' });
  const [known, setKnown] = useState<How>('told by the venue');
  const tell = useTell(sayHoursDocument, { onAnswer: ({ sayVenueHours: { __typename: kind } }) => {
    if (kind === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  const isOther = rule === 'other hours';
  const save = () => tell.mutate({ id: venue.id, input: {
    from, osm: from === 'osm' ? osm : null, weekly: from === 'weekly' ? weekly : [], holidayRule: rule, holidayFrom: isOther ? other.from : null, holidayTo: isOther ? other.to : null, known,
  } });
  const put = (at: number, line: Line) => setWeekly(weekly.map((each, n) => (n === at ? line : each)));
  return (
    <Dialog open onClose={onClose} title={words.sayHours} kind="sheet" actions={<Button kind="primary" busy={tell.isPending} onClick={save}>{words.save}</Button>}>
      <div className={styles.form}>
        <Choice legend={words.hoursFrom} layout="row" value={from} onValue={setFrom} options={labelled(words.hoursFroms)} />
        {from === 'osm' && <TextField label={words.osm} hint={words.osmHint} value={osm} onValue={setOsm} autoComplete="off" />}
        {from === 'weekly' && weekly.map((line, at) => (
          // Lines are only added at the end: their place is who they are.
          <div key={at} className={styles.form}>
            <ChoiceMany legend={words.days} layout="row" values={line.days} onValues={(days) => put(at, { ...line, days })} options={words.weekday.map((label, n) => ({ value: n + 1, label }))} />
            <div className={styles.line}>
              <TextField label={words.from} type="time" value={line.from} onValue={(time) => put(at, { ...line, from: time })} />
              <TextField label={words.to} type="time" value={line.to} onValue={(time) => put(at, { ...line, to: time })} />
            </div>
          </div>
        ))}
        {from === 'weekly' && weekly.length < 6 && <div><Button onClick={() => setWeekly([...weekly, { days: [6], from: '10:00', to: '13:00' }])}>{words.anotherLine}</Button></div>}
        {from !== 'not known' && <Choice legend={words.holiday} hint={words.unplanned} layout="row" value={rule} onValue={setRule} options={labelled(words.holidayRules)} />}
        {isOther && (
          <div className={styles.line}>
            <TextField label={words.from} type="time" value={other.from} onValue={(time) => setOther({ ...other, from: time })} />
            <TextField label={words.to} type="time" value={other.to} onValue={(time) => setOther({ ...other, to: time })} />
          </div>
        )}
        <Choice legend={words.known} layout="row" value={known} onValue={setKnown} options={labelled(words.knowns)} />
        <RefusedNotice refused={refusalIn(tell.data?.sayVenueHours)} />
        <Failed error={tell.error} />
      </div>
    </Dialog>
  );
}
