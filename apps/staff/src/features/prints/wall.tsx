/** The week for the wall: days beside each other, on as many sheets as it takes to stay readable. */
import type { ResultOf } from 'gql.tada';
import { addDays, minuteOf, sayDay } from '@promenade/domain/shared/time';
import { classes } from '@promenade/ui/classes.ts';
import { Picture } from '@promenade/ui/picture';
import { type Direction, inPieces, inPlainTimes, sayTime, sayTimes } from './paper.ts';
import paper from './paper.module.css';
import type { wallDocument } from './prints.graphql.ts';
import type { Column, Part } from './sheets.tsx';
import styles from './prints.module.css';
import { words } from './words.ts';

type Wall = ResultOf<typeof wallDocument>['wallSheet'];
type Session = Wall['sessions'][number];

/** So many names stand together; a larger group goes on below, on the next sheet if it must. */
const NAMES_TOGETHER = 10;

export function wallParts({ mark, sessions }: Wall, home: string, direction: Direction, withNames: boolean): Part[] {
  const days = Array.from({ length: 7 }, (_, n) => addDays(mark.weekStarts, n));
  // Upright paper has no room for seven columns one can read from a distance.
  const groups = direction === 'landscape' ? [days] : [days.slice(0, 4), days.slice(4)];
  return groups.map((some) => ({
    key: some[0] ?? '', look: 'wall', isConfidential: false,
    columns: some.map((day) => columnOf(day, sessions.filter((session) => session.day === day), withNames)),
    head: ({ isFirst, from, to }) => (
      <div className={styles.wallHead}>
        <h2>{words.wall.title(home)}</h2>
        <p>{sayDay(mark.weekStarts)} – {sayDay(addDays(mark.weekStarts, 6))}{hoursOf(isFirst ? null : from, to)}</p>
      </div>
    ),
  }));
}

const clock = (minute: number) => sayTime(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);

/** Which hours a sheet holds, where the week goes over several. */
function hoursOf(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return `, ${words.wall.between(clock(from), clock(to))}`;
  if (to !== null) return `, ${words.wall.until(clock(to))}`;
  return from === null ? '' : `, ${words.wall.from(clock(from))}`;
}

function columnOf(day: string, sessions: readonly Session[], withNames: boolean): Column {
  const [weekday = '', date = ''] = sayDay(day).split(' ');
  return {
    key: day, empty: words.wall.nothing,
    head: <h3 className={styles.dayHead}>{weekday} <span>{date}</span></h3>,
    blocks: sessions.flatMap((session) => {
      const groups = inPieces(session.isOff ? [] : session.people, withNames ? NAMES_TOGETHER : Infinity);
      return groups.map((people, n) => {
        const isLast = n === groups.length - 1;
        const common = { key: `${session.id} ${n}`, at: minuteOf(session.from) };
        if (n === 0) return { ...common, node: <Entry session={session} people={people} withNames={withNames} isLast={isLast} /> };
        return {
          ...common, node: <div className={classes(styles.entry, styles.more, !isLast && styles.goesOn)}>{sayMany(people, isLast)}</div>,
          onNewSheet: <p className={paper.soft}>{session.activityName}: {words.wall.more}</p>,
        };
      });
    }),
  };
}

/** Names with a comma after the last of them when more come. */
const sayMany = (people: readonly string[], isLast: boolean) => `${people.join(', ')}${isLast ? '' : ','}`;

function Entry({ session, people, withNames, isLast }: { session: Session; people: readonly string[]; withNames: boolean; isLast: boolean }) {
  const place = session.isOut ? words.wall.out(session.place) : session.place;
  return (
    <div className={classes(styles.entry, !isLast && styles.goesOn)}>
      <p className={styles.time}><span className={paper.icon}><Picture name={session.picture} /></span> <span className={classes(session.isOff && paper.off)}>{sayTimes(session.from, session.to).replace(' – ', '–')}</span></p>
      <p className={classes(styles.what, session.isOff && paper.off)}>{session.activityName}</p>
      {session.isOff ? <p><span className={paper.changed}>{words.wall.off}</span></p> : (
        <>
          {place && <p className={styles.place}>{place}</p>}
          {session.change && <p><span className={paper.changed}>{inPlainTimes(session.change)}</span></p>}
          {people.length > 0 && <p>{withNames ? sayMany(people, isLast) : words.wall.goes(session.people.length)}</p>}
        </>
      )}
    </div>
  );
}
