import { Pin } from 'lucide-react';
import { classes } from '@promenade/ui/classes.ts';
import { Unseen } from '@promenade/ui/unseen';
import { addDays, sayDay } from '@promenade/domain/shared/time';
import type { Span } from '@promenade/planner/problem';
import { memo, useMemo } from 'react';
import { DAYS, type Week, clock } from './board.ts';
import type { Lane, LaneItem } from './lanes.ts';
import styles from './lanes.module.css';
import { type Mark, markKey, marksOf } from './marks.ts';
import { words } from './words.ts';

const DAY = 1440;

type Grid = { readonly week: Week; readonly lanes: readonly Lane[]; readonly label: string };

/** One row for each person or thing, one column for each day: who is stretched, what stands idle, who has too little. */
export function BoardLanes({ week, lanes, label }: Grid) {
  const marks = useMemo(() => marksOf(week.changes), [week.changes]);
  return (
    <div className={styles.lanes} data-scroller="" role="grid" aria-label={label} aria-rowcount={lanes.length + 1} aria-colcount={8}>
      <div className={classes(styles.row, styles.head)} role="row" aria-rowindex={1}>
        <div role="columnheader" className={styles.name}>{label}</div>
        {DAYS.map((day) => <div key={day} role="columnheader" className={styles.dayHead}>{sayDay(addDays(week.weekStarts, day)).split(' ').slice(0, 2).join(' ')}</div>)}
      </div>
      {lanes.map((lane, i) => <Row key={lane.id} lane={lane} row={i + 2} week={week} marks={marks} />)}
    </div>
  );
}

/** Drawn anew only when something on it has changed: with ninety of them that is what keeps the board quick. */
const Row = memo(function Row({ lane, row, week, marks }: { lane: Lane; row: number; week: Week; marks: ReadonlyMap<string, Mark> }) {
  return (
    <div className={classes(styles.row, lane.isShort && styles.short)} role="row" aria-rowindex={row} data-row="">
      <LaneName lane={lane} />
      {lane.days.map((items, day) => (
        <div key={day} role="gridcell" data-cell="" data-day={day} data-lane={lane.id} data-key={`${lane.id} ${day}`} tabIndex={-1} className={styles.cell} aria-label={items.length === 0 && hoursOn(lane, day) === null ? `${lane.name}, ${dayWord(week, day)}: ${words.board.emptyDay}` : undefined}>
          {items.map((item) => <Chip key={`${item.shown.at ?? 'b'} ${item.shown.from}`} item={item} lane={lane} week={week} mark={marks.get(markKey(item.shown.session)) ?? null} withWords />)}
          {hoursOn(lane, day)}
        </div>
      ))}
    </div>
  );
}, (a, b) => a.lane.key === b.lane.key && a.row === b.row && a.marks === b.marks && a.week.names === b.week.names);

function LaneName({ lane }: { lane: Lane }) {
  return (
    <div role="rowheader" className={styles.name}>
      <span>{lane.name}</span>
      {lane.note && <span className={styles.note}>{lane.note}</span>}
    </div>
  );
}

function dayWord({ weekStarts }: Week, day: number): string {
  return sayDay(addDays(weekStarts, day)).split(' ')[0] ?? '';
}

/** When somebody is on shift that day: only staff come and go. */
function hoursOn({ there }: Lane, day: number) {
  const own = there.filter(([from, to]) => from < (day + 1) * DAY && day * DAY < to && to - from < DAY);
  if (own.length === 0) return null;
  return <span className={styles.hours}>{own.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ')}</span>;
}

/** A session on a lane. */
export function Chip({ item: { shown, note }, lane, week, mark, withWords, at }: { item: LaneItem; lane: Lane; week: Week; mark: Mark | null; withWords?: boolean; at?: { readonly hours: Span } }) {
  const { session, from, to, pinned } = shown;
  const what = week.names.call('activity', session.activity);
  const isOut = week.problem.activities.find(({ id }) => id === session.activity)?.setting === 'out';
  const style = at && { insetInlineStart: `${share(from, at.hours)}%`, inlineSize: `${share(to, at.hours) - share(from, at.hours)}%` };
  return (
    <button
      type="button" data-item="" data-at={shown.at ?? ''} data-lane={lane.id} data-key={`${lane.id} ${session.activity} ${from}`} data-session={`${session.activity} ${session.start}`} tabIndex={-1} style={style} title={at && `${clock(from)}–${clock(to)} ${what}`}
      className={classes(styles.chip, isOut && styles.out, shown.at === null && styles.past, at && styles.placed, mark && styles.marked)}
    >
      <span className={styles.time}>{clock(from)}</span> {what}
      {note && <em> ({note})</em>}
      {pinned && <span className={styles.pinned}><Pin aria-hidden="true" /><Unseen>{words.board.pinned}</Unseen></span>}
      {mark && withWords && <span className={styles.mark}>{mark.word}</span>}
    </button>
  );
}

function share(minute: number, [from, to]: Span): number {
  return Math.max(0, Math.min(100, (100 * (minute - from)) / (to - from)));
}

/** One day as a timeline: each lane from the morning to the evening, with the times at which somebody is here and free. */
export function BoardTimeline({ week, lanes, label, day, hours }: Grid & { day: number; hours: Span }) {
  const marks = useMemo(() => marksOf(week.changes), [week.changes]);
  const marksEvery = Array.from({ length: (hours[1] - hours[0]) / 60 }, (_, i) => hours[0] + 60 * i);
  return (
    <div className={classes(styles.lanes, styles.timeline)} data-scroller="" role="grid" aria-label={`${label}, ${sayDay(addDays(week.weekStarts, day))}`} aria-rowcount={lanes.length + 1} aria-colcount={2}>
      <div className={classes(styles.row, styles.head)} role="row" aria-rowindex={1}>
        <div role="columnheader" className={styles.name}>{label}</div>
        <div role="columnheader" className={styles.scale}>
          <Unseen>{sayDay(addDays(week.weekStarts, day))}</Unseen>
          {marksEvery.map((minute) => <span key={minute} aria-hidden="true" style={{ insetInlineStart: `${share(minute, hours)}%` }}>{clock(minute)}</span>)}
        </div>
      </div>
      {lanes.map((lane, i) => <Line key={lane.id} lane={lane} row={i + 2} week={week} marks={marks} day={day} hours={hours} />)}
    </div>
  );
}

const Line = memo(function Line({ lane, row, week, marks, day, hours }: { lane: Lane; row: number; week: Week; marks: ReadonlyMap<string, Mark>; day: number; hours: Span }) {
  const items = lane.days[day] ?? [];
  const steps = { '--steps': (hours[1] - hours[0]) / 60 } as React.CSSProperties;
  const stretch = ([from, to]: Span, className: string | undefined, key: string) => from < hours[1] && hours[0] < to && (
    <div key={key} className={className} style={{ insetInlineStart: `${share(from, hours)}%`, inlineSize: `${share(to, hours) - share(from, hours)}%` }} />
  );
  return (
    <div className={classes(styles.row, lane.isShort && styles.short)} role="row" aria-rowindex={row} data-row="">
      <LaneName lane={lane} />
      <div
        role="gridcell" data-cell="" data-day={day} data-lane={lane.id} data-hours={hours.join()} data-key={`${lane.id} ${day}`} tabIndex={-1} className={styles.track} style={steps}
        aria-label={items.length === 0 ? `${lane.name}, ${dayWord(week, day)}: ${words.board.emptyDay}` : undefined}
      >
        {lane.there.map((one, i) => stretch(one, styles.there, `there ${i}`))}
        {lane.taken.map((one, i) => stretch(one, styles.taken, `taken ${i}`))}
        {items.map((item) => <Chip key={`${item.shown.at ?? 'b'} ${item.shown.from}`} item={item} lane={lane} week={week} mark={marks.get(markKey(item.shown.session)) ?? null} at={{ hours }} />)}
      </div>
    </div>
  );
}, (a, b) => a.lane.key === b.lane.key && a.row === b.row && a.marks === b.marks && a.day === b.day && String(a.hours) === String(b.hours) && a.week.names === b.week.names);

/** On a phone: one day, and below each name what they are in. */
export function BoardAgenda({ week, lanes, label, day }: Grid & { day: number }) {
  const marks = useMemo(() => marksOf(week.changes), [week.changes]);
  const [busy, idle] = [lanes.filter((lane) => (lane.days[day] ?? []).length > 0), lanes.filter((lane) => (lane.days[day] ?? []).length === 0)];
  return (
    <section aria-label={label}>
      <ul role="list" className={styles.agenda}>
        {busy.map((lane) => (
          <li key={lane.id} data-row="" className={classes(lane.isShort && styles.short)}>
            <h2 className={styles.agendaName}>{lane.name}{lane.note && <span className={styles.note}>{lane.note}</span>}</h2>
            <div data-cell="" data-day={day} data-lane={lane.id} tabIndex={-1} className={styles.agendaItems}>
              {(lane.days[day] ?? []).map((item) => <Chip key={`${item.shown.at ?? 'b'} ${item.shown.from}`} item={item} lane={lane} week={week} mark={marks.get(markKey(item.shown.session)) ?? null} withWords />)}
            </div>
          </li>
        ))}
      </ul>
      {idle.length > 0 && <p className={styles.idle}>{words.lanes.nothingOn(dayWord(week, day), idle.map(({ name }) => name))}</p>}
    </section>
  );
}
