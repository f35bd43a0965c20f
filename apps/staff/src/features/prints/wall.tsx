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
const NAMES_TOGETHER = 20;

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
    blocks: sessions.flatMap((session) => inPieces(session.isOff ? [] : session.people, NAMES_TOGETHER).map((people, n) => ({
      key: `${session.id} ${n}`, at: minuteOf(session.from), node: n === 0 ? <Entry session={session} people={people} withNames={withNames} /> : <More session={session} people={people} withNames={withNames} />,
    }))),
  };
}

function Entry({ session, people, withNames }: { session: Session; people: readonly string[]; withNames: boolean }) {
  const place = session.isOut ? words.wall.out(session.place) : session.place;
  return (
    <div className={styles.entry}>
      <p className={styles.time}><span className={paper.icon}><Picture name={session.picture} /></span> <span className={classes(session.isOff && paper.off)}>{sayTimes(session.from, session.to)}</span></p>
      <p className={classes(styles.what, session.isOff && paper.off)}>{session.activityName}</p>
      {session.isOff ? <p><span className={paper.changed}>{words.wall.off}</span></p> : (
        <>
          {place && <p className={styles.place}>{place}</p>}
          {people.length > 0 && <p>{withNames ? people.join(', ') : words.wall.goes(session.people.length)}</p>}
          {session.change && <p><span className={paper.changed}>{inPlainTimes(session.change)}</span></p>}
        </>
      )}
    </div>
  );
}

function More({ session, people, withNames }: { session: Session; people: readonly string[]; withNames: boolean }) {
  if (!withNames) return null;
  return <div className={styles.entry}><p className={paper.soft}>{session.activityName}: {words.wall.more}</p><p>{people.join(', ')}</p></div>;
}
