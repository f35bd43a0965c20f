/** Waiting and getting there: a spinner with words, and a labelled bar. */
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './progress.module.css';
import type { Tone } from './tone.ts';
import tones from './tone.module.css';
import { words } from './words.ts';

/** Shows itself only after a moment: what comes at once needs no spinner. */
export function Spinner({ children = words.loading }: { children?: ReactNode }) {
  return (
    <p className={styles.spinner} role="status" data-waiting>
      <span className={styles.steps} aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      {children}
    </p>
  );
}

/** A bar that says itself in words: `<Progress label="Promises kept" value={7} of={9} says="7 of 9" />`. */
export function Progress({
  label,
  value,
  of,
  says,
  tone = 'kept',
}: {
  label: ReactNode;
  value: number;
  of: number;
  says?: string;
  tone?: Tone;
}) {
  const share = of > 0 ? Math.min(1, Math.max(0, value / of)) : 0;
  return (
    <div className={classes(styles.progress, tones[tone])}>
      <div className={styles.line}>
        <span>{label}</span>
        <span className={styles.says}>{says ?? `${Math.round(share * 100)} %`}</span>
      </div>
      <div className={styles.bar} aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </div>
  );
}
