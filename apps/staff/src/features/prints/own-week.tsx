/** One person's own week in large type: what is every day, then one day after another. */
import type { ResultOf } from 'gql.tada';
import { addDays, sayDay } from '@promenade/domain/shared/time';
import { classes } from '@promenade/ui/classes.ts';
import { Picture } from '@promenade/ui/picture';
import { inPlainTimes, sayTime, sayTimes } from './paper.ts';
import paper from './paper.module.css';
import type { ownWeeksDocument } from './prints.graphql.ts';
import type { Block, Part } from './sheets.tsx';
import styles from './prints.module.css';
import { words } from './words.ts';

type Own = ResultOf<typeof ownWeeksDocument>['ownWeeks'];
type Entry = Own['people'][number]['entries'][number];

export function ownParts({ mark, people }: Own): Part[] {
  const days = Array.from({ length: 7 }, (_, n) => addDays(mark.weekStarts, n));
  return people.map(({ residentId, name, entries }) => {
    const everyDay = entries.filter(({ isEveryDay, day }) => isEveryDay && day === mark.weekStarts);
    const always: Block[] = everyDay.length > 0 ? [{ key: 'always', node: <DayOf title={words.own.everyDay} entries={everyDay} /> }] : [];
    return {
      key: residentId, look: 'own', isConfidential: false,
      head: () => (
        <div className={styles.ownHead}>
          <h2>{words.own.title(name)}</h2>
          <p>{sayDay(mark.weekStarts)} – {sayDay(addDays(mark.weekStarts, 6))}</p>
        </div>
      ),
      columns: [{ key: 'week', blocks: [...always, ...days.map((day) => {
        const [weekday = '', ...date] = sayDay(day).split(' ');
        return { key: day, node: <DayOf title={weekday} date={date.join(' ')} entries={entries.filter((entry) => entry.day === day && !entry.isEveryDay)} /> };
      })] }],
    };
  });
}

function DayOf({ title, date, entries }: { title: string; date?: string; entries: readonly Entry[] }) {
  return (
    <div className={styles.ownDay}>
      <h3 className={styles.ownTitle}>{title}{date && <span>{date}</span>}</h3>
      {entries.length === 0 ? <p className={paper.soft}>{words.own.free}</p> : (
        <ul role="list" className={styles.ownList}>{entries.map((entry) => <Line key={`${entry.id} ${entry.from}`} entry={entry} />)}</ul>
      )}
    </div>
  );
}

function Line({ entry }: { entry: Entry }) {
  const isOff = entry.change === 'Off';
  const more = [entry.place, entry.withStaff.length > 0 ? words.own.with(entry.withStaff) : null].filter((each) => each !== null);
  return (
    <li className={styles.ownLine}>
      <span className={classes(styles.ownTime, isOff && paper.off)}>{entry.isRoutine ? sayTime(entry.from) : sayTimes(entry.from, entry.to)}</span>
      <span className={paper.icon}>{entry.picture && <Picture name={entry.picture} />}</span>
      <span>
        <strong className={classes(isOff && paper.off)}>{entry.what}</strong>
        {!isOff && more.length > 0 && <span className={styles.ownMore}>{more.join(', ')}</span>}
        {entry.change && <> <span className={paper.changed}>{isOff ? words.own.off : inPlainTimes(entry.change)}</span></>}
      </span>
    </li>
  );
}
