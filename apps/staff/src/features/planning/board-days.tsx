import { GripVertical, Pin } from 'lucide-react';
import { classes } from '@promenade/ui/classes.ts';
import { Picture } from '@promenade/ui/picture';
import { Unseen } from '@promenade/ui/unseen';
import { inARow } from '@promenade/ui/words.ts';
import { addDays, dayIn } from '@promenade/domain/shared/time';
import { memo, useMemo } from 'react';
import { DAYS, type Shown, type Week, clock, dayName, onDay } from './board.ts';
import { useMe } from '../../app/me.ts';
import styles from './board.module.css';
import { type Mark, goneFrom, markKey, marksOf } from './marks.ts';
import { words } from './words.ts';

/** The days of the week side by side; on a phone one at a time. The hands of the board move what is on it. */
export function BoardDays({ week, shown, mayChange, days = DAYS }: { week: Week; shown: readonly Shown[]; mayChange: boolean; days?: readonly number[] }) {
  const { home } = useMe();
  const today = DAYS.find((day) => addDays(week.weekStarts, day) === dayIn(home.zone, new Date()));
  const marks = useMemo(() => marksOf(week.changes), [week.changes]);
  return (
    <div className={classes(styles.week, days.length === 1 && styles.oneDay)} data-row="">
      {days.map((day) => {
        const own = onDay(shown, day);
        const gone = goneFrom(week.changes, day);
        return (
          <section key={day} data-cell="" data-day={day} tabIndex={-1} aria-label={dayName(week.weekStarts, day)} className={classes(styles.day, day === today && styles.isToday)}>
            <h2 className={styles.dayName}><DayName name={dayName(week.weekStarts, day)} />{day === today && <span className={styles.today}>{words.board.today}</span>}</h2>
            <ol role="list" className={styles.sessions}>
              {own.map((one) => <SessionCard key={keyOf(one)} look={lookOf(week, one, mayChange, marks.get(markKey(one.session)) ?? null)} />)}
            </ol>
            {gone.length > 0 && (
              <ul role="list" className={styles.gone} aria-label={words.since.gone}>
                {gone.map(({ from, to, words: said }, i) => from && (
                  <li key={i} title={said}><s>{clock(from.start)} {week.names.call('activity', from.activity)}</s> {to ? words.since.movedTo(week.names.when(to.start)) : words.since.off}</li>
                ))}
              </ul>
            )}
            {own.length === 0 && gone.length === 0 && <p className={styles.nothing}>{words.board.emptyDay}</p>}
          </section>
        );
      })}
    </div>
  );
}

function keyOf({ at, session, from }: Shown): string {
  return `${at ?? 'begun'} ${session.activity} ${from} ${session.room ?? ''}`;
}

/** All that is on a card, in words: equal looks are drawn once. */
type Look = {
  readonly at: number | null; readonly key: string; readonly session: string; readonly time: string; readonly what: string; readonly picture: string | null; readonly isOut: boolean;
  readonly pinned: boolean; readonly who: string; readonly crew: string; readonly mayMove: boolean; readonly mark: string | null; readonly markWords: string;
};

function lookOf(week: Week, { at, session, from, to, pinned }: Shown, mayChange: boolean, mark: Mark | null): Look {
  const { names, called } = week;
  const activity = called.activities.find(({ id }) => id === session.activity);
  const crew = [...session.staff.map((id) => shortName(week, id)), ...session.vehicles.filter(({ driver }) => driver !== '').map(({ driver }) => `${shortName(week, driver)} ${words.board.drives}`)];
  return {
    at, pinned, key: `${session.activity} ${from}`, session: `${session.activity} ${session.start}`, time: `${clock(from)}–${clock(to)}`, what: names.call('activity', session.activity), picture: activity?.picture ?? null,
    isOut: week.problem.activities.find(({ id }) => id === session.activity)?.setting === 'out',
    who: inARow(session.residents.map((id) => names.call('resident', id))), crew: inARow(crew), mayMove: mayChange && at !== null, mark: mark?.word ?? null, markWords: mark?.change.words ?? '',
  };
}

/** One session: when, what, with whom. The whole card opens it, and can be picked up. */
const SessionCard = memo(function SessionCard({ look }: { look: Look }) {
  const { at, key, session, time, what, picture, isOut, pinned, who, crew, mayMove, mark, markWords } = look;
  return (
    <li data-card="" data-at={at ?? undefined} className={classes(styles.session, isOut && styles.out, at === null && styles.past, mark !== null && styles.marked)}>
      {pinned && <span className={styles.pin} title={words.board.pinned}><Pin aria-hidden="true" /><Unseen>{words.board.pinned}</Unseen></span>}
      <span className={styles.line}>
        {picture && <span className={styles.picture}><Picture name={picture} size="small" bare /></span>}
        <span className={styles.time}>{time}</span>
        {at === null && <Unseen>{words.board.begun}</Unseen>}
        {isOut && <Unseen>{words.board.out}</Unseen>}
        {mayMove && <span className={styles.grip} data-grip="" aria-hidden="true" title={words.board.grip(what)}><GripVertical /></span>}
      </span>
      <button type="button" data-item="" data-at={at ?? ''} data-key={key} data-session={session} tabIndex={-1} className={styles.open}>{what}</button>
      {mark && <span className={styles.mark} title={markWords}>{mark}</span>}
      <span className={styles.who}>{who}</span>
      {crew && <span className={styles.crew}>{crew}</span>}
    </li>
  );
}, (before, after) => JSON.stringify(before.look) === JSON.stringify(after.look));

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
