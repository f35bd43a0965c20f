import { GripVertical, Pin } from 'lucide-react';
import { inARow } from '@promenade/ui/words.ts';
import { classes } from '@promenade/ui/classes.ts';
import { Picture } from '@promenade/ui/picture';
import { Unseen } from '@promenade/ui/unseen';
import { addDays, dayIn } from '@promenade/domain/shared/time';
import { type PointerEvent, type ReactNode, useState } from 'react';
import { DAYS, type Shown, type Week, clock, dayName, findingsIn, onDay } from './board.ts';
import { useMe } from '../../app/me.ts';
import styles from './board.module.css';
import { words } from './words.ts';

const DAY = 1440;
type Dragging = { one: Shown; day: number; x: number; y: number; breaks: readonly string[] };

/** The days of the week side by side; on a phone one below the other. Sessions can be dragged from day to day. */
export function BoardDays({ week, shown, mayChange, onOpen, onDrop }: { week: Week; shown: readonly Shown[]; mayChange: boolean; onOpen: (one: Shown) => void; onDrop: (one: Shown, start: number, works: boolean) => void }) {
  const [dragging, setDragging] = useState<Dragging | null>(null);

  /** What would break is worked out once for each day that is entered. */
  function over(one: Shown, event: PointerEvent): void {
    const column = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-day]');
    const day = column instanceof HTMLElement ? Number(column.dataset['day']) : -1;
    setDragging((before) => {
      const at = { one, day, x: event.clientX, y: event.clientY };
      return before?.day === day ? { ...before, ...at } : { ...at, breaks: breaksOn(week, one, day) };
    });
  }
  const { home } = useMe();
  const today = DAYS.find((day) => addDays(week.weekStarts, day) === dayIn(home.zone, new Date()));
  const isMoved = dragging && dragging.day >= 0 && dragging.day !== Math.floor(dragging.one.from / DAY);

  return (
    <div className={styles.board}>
      <p className={styles.hint}><span className={styles.key}>{words.board.home}</span> <span className={classes(styles.key, styles.out)}>{words.board.out}</span> {mayChange && shown.length > 0 && words.board.dragHint}</p>
      <div className={styles.week}>
        {DAYS.map((day) => (
          <section key={day} data-day={day} aria-label={dayName(week.weekStarts, day)} className={classes(styles.day, day === today && styles.isToday, dragging?.day === day && (isMoved && dragging.breaks.length > 0 ? styles.overBad : styles.over))}>
            <h2 className={styles.dayName}><DayName name={dayName(week.weekStarts, day)} />{day === today && <span className={styles.today}>{words.board.today}</span>}</h2>
            <ol role="list" className={styles.sessions}>
              {onDay(shown, day).map((one) => (
                <SessionCard key={`${one.at ?? 'begun'} ${one.session.activity} ${one.from} ${one.session.room ?? ''}`} week={week} one={one} onOpen={() => onOpen(one)} isDragged={dragging?.one === one}>
                  {mayChange && one.at !== null && (
                    <span
                      className={styles.grip}
                      aria-hidden="true"
                      title={words.board.grip(week.names.call('activity', one.session.activity))}
                      onPointerDown={(event) => {
                        event.preventDefault();
                        event.currentTarget.setPointerCapture(event.pointerId);
                        over(one, event);
                      }}
                      onPointerMove={(event) => dragging && over(one, event)}
                      onPointerUp={() => {
                        if (dragging && isMoved) onDrop(one, startOn(one, dragging.day), dragging.breaks.length === 0);
                        setDragging(null);
                      }}
                      onPointerCancel={() => setDragging(null)}
                    >
                      <GripVertical />
                    </span>
                  )}
                </SessionCard>
              ))}
            </ol>
            {onDay(shown, day).length === 0 && <p className={styles.nothing}>{words.board.emptyDay}</p>}
          </section>
        ))}
      </div>
      {dragging && isMoved && <Verdict week={week} dragging={dragging} />}
    </div>
  );
}

function startOn(one: Shown, day: number): number {
  return day * DAY + (one.from % DAY);
}

function breaksOn(week: Week, one: Shown, day: number): string[] {
  if (day < 0 || one.at === null) return [];
  const moved = week.live.sessions.map((session, i) => (i === one.at ? { ...session, start: startOn(one, day) } : session));
  const before = new Set(week.findings);
  return findingsIn(week.problem, moved, week.names).filter((sentence) => !before.has(sentence));
}

/** Follows the finger: whether it would work there, and if not, why. */
function Verdict({ week, dragging: { one, day, x, y, breaks } }: { week: Week; dragging: Dragging }) {
  const what = `${week.names.call('activity', one.session.activity)}, ${week.names.when(startOn(one, day))}`;
  const style = { insetInlineStart: `clamp(0.5rem, ${x + 16}px, calc(100vw - 21rem))`, insetBlockStart: `clamp(0.5rem, ${y + 16}px, calc(100dvh - 14rem))` };
  return (
    <div className={classes(styles.verdict, breaks.length > 0 && styles.bad)} style={style} role="status">
      <strong>{breaks.length > 0 ? words.board.wouldBreak(what) : words.board.wouldWork(what)}</strong>
      {breaks.length > 0 && <ul>{breaks.slice(0, 4).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
    </div>
  );
}

/** One session: when, what, with whom. The whole card opens it. */
function SessionCard({ week, one, onOpen, isDragged, children }: { week: Week; one: Shown; onOpen: () => void; isDragged: boolean; children: ReactNode }) {
  const { session, from, to, pinned, at } = one;
  const { names, called } = week;
  const activity = called.activities.find(({ id }) => id === session.activity);
  const setting = week.problem.activities.find(({ id }) => id === session.activity)?.setting;
  const crew = [...session.staff.map((id) => shortName(week, id)), ...session.vehicles.filter(({ driver }) => driver !== '').map(({ driver }) => `${shortName(week, driver)} ${words.board.drives}`)];
  return (
    <li className={classes(styles.session, setting === 'out' && styles.out, at === null && styles.past, isDragged && styles.dragged)}>
      {pinned && <span className={styles.pin} title={words.board.pinned}><Pin aria-hidden="true" /><Unseen>{words.board.pinned}</Unseen></span>}
      <span className={styles.line}>
        {activity?.picture && <span className={styles.picture}><Picture name={activity.picture} size="small" bare /></span>}
        <span className={styles.time}>{clock(from)}–{clock(to)}</span>
        {at === null && <Unseen>{words.board.begun}</Unseen>}
        {setting === 'out' && <Unseen>{words.board.out}</Unseen>}
        {children}
      </span>
      <button type="button" className={styles.open} onClick={onOpen}>
        {activity?.name ?? names.call('activity', session.activity)}
      </button>
      <span className={styles.who}>{inARow(session.residents.map((id) => names.call('resident', id)))}</span>
      {crew.length > 0 && <span className={styles.crew}>{inARow(crew)}</span>}
    </li>
  );
}

/** The first name, where it says who is meant: the card is narrow, and the sheet has the whole name. */
function shortName({ called }: Week, id: string): string {
  const whole = called.staff.find((one) => one.id === id)?.name ?? id;
  const first = whole.split(' ')[0] ?? whole;
  return called.staff.filter(({ name }) => name.split(' ')[0] === first).length > 1 ? whole : first;
}

/** 'Monday', and below it '23 November'. */
function DayName({ name }: { name: string }) {
  const [weekday, ...date] = name.split(' ');
  return <>{weekday} <span className={styles.date}>{date.join(' ')}</span></>;
}
