import styles from './venues.module.css';
import { words } from './words.ts';

/** Whose data this is: the Open Database Licence asks for it wherever the data is shown. */
export function Attribution({ by }: { by: string | null }) {
  if (!by) return null;
  return <p className={styles.small}><a href="https://www.openstreetmap.org/copyright">{by}</a>, {words.licence}</p>;
}
