/** Our mark and name. */
import styles from './brand.module.css';
import { words } from './words.ts';

/** A path that goes towards the sun. */
export function Mark() {
  return (
    <svg viewBox="0 0 48 48" className={styles.mark} aria-hidden="true">
      <circle cx="24" cy="24" r="23" fill="#f3cf9a" />
      <circle cx="31" cy="16" r="6.5" fill="#c8612c" />
      <path d="M1.6 28.5C9 22 18 21.5 26 25.5s15 4 20.7.500A23 23 0 0 1 1.6 28.5Z" fill="#1f4f3c" />
      <path d="M19 46.4C15 38 31 37 24.5 26.2" fill="none" stroke="#fdf8ec" strokeWidth="4" strokeLinecap="round" strokeDasharray="0.1 6.2" />
    </svg>
  );
}

export function Brand() {
  return (
    <span className={styles.brand}>
      <Mark />
      <span className={styles.name}>{words.product}</span>
    </span>
  );
}
