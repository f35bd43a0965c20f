/** The places of a vehicle and who has them. */
import { Box } from './duty.tsx';
import paper from './paper.module.css';
import styles from './prints.module.css';
import { words } from './words.ts';

type Seat = { readonly vehicle: string; readonly kind: string; readonly number: number; readonly person: string | null; readonly isStaff: boolean };

export function SeatTable({ seats }: { seats: readonly Seat[] }) {
  const vehicles = [...new Set(seats.map(({ vehicle }) => vehicle))];
  return (
    <>
      {vehicles.map((vehicle) => (
        <div key={vehicle}>
          {vehicles.length > 1 && <p className={styles.term}>{vehicle}</p>}
          <ul role="list" className={styles.seats}>
            {seats.filter((seat) => seat.vehicle === vehicle).map(({ kind, number, person, isStaff }) => (
              <li key={`${kind} ${number}`}>
                {person === null ? <span className={styles.noBox} /> : <Box />} {words.seat(kind, number)}: {person === null ? <span className={paper.soft}>{words.free}</span> : <><strong>{person}</strong>{isStaff && ` (${words.staff})`}</>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
