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
      <path
        d="M19 46.4C15 38 31 37 24.5 26.2"
        fill="none"
        stroke="#fdf8ec"
        strokeWidth="4"
        strokeLinecap="round"
        strokeDasharray="0.1 6.2"
      />
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

/** Evening hills for the foot of the staff rail; they sit on its deep green. */
export function Hills() {
  return (
    <svg viewBox="0 0 240 150" preserveAspectRatio="xMidYMax slice" className={styles.hills} aria-hidden="true">
      <circle cx="168" cy="62" r="26" fill="#e58b4a" />
      <path d="M0 84c42-28 84-30 124-10s80 14 116-6v82H0Z" fill="#4d7d62" />
      <path d="M0 112c56-30 104-22 144-8s66 8 96-8v54H0Z" fill="#336650" />
      <path d="M120 150c-16-26 44-28 20-52" fill="none" stroke="#f4e3c1" strokeWidth="5" strokeLinecap="round" strokeDasharray=".1 9" />
      <path d="M0 134c50-20 84-12 110 16H0Z" fill="#265441" />
    </svg>
  );
}
