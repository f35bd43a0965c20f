import { useId } from 'react';
import { classes } from '@promenade/ui/classes.ts';
import { Table } from '@promenade/ui/table';
import styles from './lines-chart.module.css';

export type Line = { readonly key: string; /** Which shape and dash: the same thing looks the same in every chart. */ readonly look: number; readonly name: string; readonly points: readonly { readonly at: number; readonly day: string; readonly value: number; readonly words: string }[] };

/** Marks that are told apart by their shape, and lines by their dash; colour comes on top. */
const LOOKS = ['first', 'second', 'third'] as const;
const lookOf = (look: number) => styles[LOOKS[look] ?? 'third'];
const MARK_REM = 0.7;

/** Several things over time: told apart without colour, with the same figures as a table, which is what is printed. */
export function LinesChart({ title, summary, lines, ticks, expected, dayHeading, asTable }: {
  title: string;
  summary: string;
  lines: readonly Line[];
  /** From the lowest to the highest, each with its words. */
  ticks: readonly { readonly value: number; readonly words: string }[];
  /** Where a dotted line is drawn across. */
  expected?: number;
  dayHeading: string;
  asTable: string;
}) {
  const id = useId();
  const all = lines.flatMap(({ points }) => points);
  const [low, high] = [ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1];
  const [first, last] = [Math.min(...all.map(({ at }) => at)), Math.max(...all.map(({ at }) => at))];
  const x = (at: number) => (first === last ? 50 : ((at - first) / (last - first)) * 100);
  const y = (value: number) => 100 - ((value - low) / (high - low)) * 100;
  // Marks of the same day and value stand beside each other: none is hidden by another.
  const under = (n: number, at: number, value: number) => lines.slice(0, n).filter(({ points }) => points.some((point) => point.at === at && point.value === value)).length;
  const days = [...new Map(all.map(({ at, day }) => [at, day]))].toSorted(([a], [b]) => a - b);
  return (
    <figure className={styles.figure} aria-labelledby={`${id}-title`}>
      <figcaption>
        <strong id={`${id}-title`}>{title}</strong>
        <span className={styles.summary}>{summary}</span>
      </figcaption>
      <div className={styles.chart} aria-hidden="true">
        <div className={styles.ticks}>{ticks.map(({ value, words }) => <span key={value} style={{ insetBlockStart: `${y(value)}%` }}>{words}</span>)}</div>
        <div className={styles.plot}>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none">
            {ticks.map(({ value }) => <line key={value} x1="0" x2="100" y1={y(value)} y2={y(value)} className={value === expected ? styles.expected : styles.rule} />)}
            {lines.map(({ key, look, points }) => points.length > 1 && <polyline key={key} points={points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} className={classes(styles.line, lookOf(look))} />)}
          </svg>
          {lines.map(({ key, look, points }, n) => points.map(({ at, value }, point) => <span key={`${key}${point}`} className={classes(styles.mark, lookOf(look))} style={{ insetInlineStart: `calc(${x(at)}% + ${under(n, at, value) * MARK_REM}rem)`, insetBlockStart: `${y(value)}%` }} />))}
        </div>
        <div className={styles.days}><span>{days[0]?.[1]}</span>{days.length > 1 && <span>{days.at(-1)?.[1]}</span>}</div>
      </div>
      <ul role="list" className={styles.key} aria-hidden="true">
        {lines.map(({ key, look, name }) => <li key={key}><span className={classes(styles.sample, lookOf(look))}><span className={classes(styles.mark, lookOf(look))} /></span>{name}</li>)}
      </ul>
      <details className={styles.details}>
        <summary>{asTable}</summary>
        <Table caption={title} hideCaption lines={days} lineKey={([at]) => String(at)} columns={[
          { key: 'day', heading: dayHeading, names: true, cell: ([, day]) => day },
          ...lines.map(({ key, name, points }) => ({ key, heading: name, cell: ([when]: readonly [number, string]) => points.filter(({ at }) => at === when).map(({ words }) => words).join('; ') || '–' })),
        ]} />
      </details>
    </figure>
  );
}
