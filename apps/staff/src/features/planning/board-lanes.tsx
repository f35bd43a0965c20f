import { sayDay, addDays } from '@promenade/domain/shared/time';
import { DAYS, type Lane, type Shown, type Week, clock } from './board.ts';
import styles from './lanes.module.css';

/** One line for each person or thing, one column for each day: who is stretched, and what stands idle. */
export function BoardLanes({ week, lanes, label, onOpen }: { week: Week; lanes: readonly Lane[]; label: string; onOpen: (one: Shown) => void }) {
  return (
    <div className={styles.lanes} role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {DAYS.map((day) => (
              <th key={day} scope="col">
                {sayDay(addDays(week.weekStarts, day)).split(' ').slice(0, 2).join(' ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane) => (
            <tr key={lane.id}>
              <th scope="row">{lane.name}</th>
              {lane.days.map((day, n) => (
                <td key={n}>
                  {day.map(({ shown, note }) => (
                    <button key={`${shown.from} ${shown.session.activity}`} type="button" className={styles.laneItem} onClick={() => onOpen(shown)}>
                      <span className={styles.time}>{clock(shown.from)}</span> {week.names.call('activity', shown.session.activity)}
                      {note && <em> ({note})</em>}
                    </button>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
