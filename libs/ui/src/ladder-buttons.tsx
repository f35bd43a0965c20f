/** How much help it took, in one tap: seven rungs from "done for me" to "on my own". */
import { classes } from './classes.ts';
import styles from './ladder-buttons.module.css';
import { words } from './words.ts';

export type Rung = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const rungs: readonly Rung[] = [0, 1, 2, 3, 4, 5, 6];

/** `before` marks the rung of last time, so that doing more shows. */
export function LadderButtons({
  legend,
  value,
  before,
  onTap,
  dense = false,
}: {
  legend: string;
  value?: Rung | null;
  before?: Rung | null;
  onTap: (rung: Rung) => void;
  /** Smaller, for a line of a list. */
  dense?: boolean;
}) {
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      <div className={classes(styles.ladder, dense && styles.dense)}>
        {rungs.map((rung) => (
          <button
            key={rung}
            type="button"
            className={classes(styles.rung, styles[`rung${rung}`])}
            aria-pressed={rung === value}
            onClick={() => onTap(rung)}
          >
            <span className={styles.bars} aria-hidden="true">
              {rungs.slice(1).map((step) => (
                <span key={step} className={classes(styles.bar, step <= rung && styles.full)} />
              ))}
            </span>
            <span className={styles.name}>
              {words.ladder[rung]}
              {rung === before && <span className={styles.before}>{words.lastTime}</span>}
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
