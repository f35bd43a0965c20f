/** The week for the door: one sheet of A4, seven days beside each other, a picture for everything. Seen only on paper. */
import { addDays, mondayOf, sayDay } from '@promenade/domain/shared/time';
import { classes } from '@promenade/ui/classes.ts';
import { Picture } from '@promenade/ui/picture';
import { type Thing, type View, apart } from './own-week.ts';
import styles from './sheet.module.css';
import { words } from './words.ts';

const text = words.paper;
const DAYS = 7;

/** What is every day stands once, below; with much in a day everything is a little smaller. */
function laidOut({ week, mark }: View) {
  const { always, single } = apart(week);
  const columns = Array.from({ length: DAYS }, (_, n) => addDays(mondayOf(mark.weekStarts), n)).map((day) => ({ day, things: single.filter((thing) => thing.day === day) }));
  return { always, columns, most: Math.max(1, ...columns.map(({ things }) => things.length)) };
}

export function DoorSheet({ view, home }: { view: View; home: string }) {
  const { always, columns, most } = laidOut(view);
  return (
    <section className={styles.sheet} data-size={most <= 4 ? 'large' : most <= 6 ? 'medium' : 'small'} aria-hidden="true">
      <h2 className={styles.title}>{text.title(view.name)}</h2>
      {view.mark.status === 'nothing' && <p className={styles.line}>{text.nothing}</p>}
      <div className={styles.days}>
        {columns.map(({ day, things }) => {
          const [weekday = '', ...date] = sayDay(day).split(' ');
          return (
            <div key={day} className={styles.day}>
              <h3 className={styles.dayName}>{weekday}<span>{date.join(' ')}</span></h3>
              {things.length === 0 && <p className={styles.free}>{text.free}</p>}
              {things.map((thing) => <Entry key={thing.key} thing={thing} />)}
            </div>
          );
        })}
      </div>
      {always.length > 0 && (
        <div className={styles.always}>
          <h3 className={styles.dayName}>{words.everyDay}</h3>
          {always.map((thing) => <Entry key={thing.key} thing={thing} />)}
        </div>
      )}
      <p className={styles.foot}>{home} · {view.mark.words} · {view.mark.printedWords} · {text.code(view.mark.code)}</p>
    </section>
  );
}

function Entry({ thing: { what, picture, from, place, isOff } }: { thing: Thing }) {
  return (
    <div className={styles.entry}>
      <Picture name={picture ?? 'sun'} bare />
      <strong>{from}</strong>
      <span className={classes(styles.what, isOff && styles.off)}>{what}</span>
      {isOff ? <span className={styles.place}>{text.off}</span> : place && <span className={styles.place}>{place}</span>}
    </div>
  );
}
