/** A small chart of one thing over time, with the hoped-for line, and the same figures as a table beneath. */
import { useId } from 'react';
import { classes } from './classes.ts';
import styles from './trend-chart.module.css';
import { words } from './words.ts';

export type TrendPoint = {
  /** Where it stands in time: any growing number, such as days since the first. */ at: number;
  label: string;
  value: number;
};

/** More points than this are drawn smaller, so that the lines are seen. */
const MANY = 10;

type Shape = { x: (at: number) => number; y: (value: number) => number };

function shapeOf(all: readonly TrendPoint[], min: number, max: number): Shape {
  const first = Math.min(...all.map((point) => point.at));
  const last = Math.max(...all.map((point) => point.at));
  return {
    x: (at) => (last === first ? 50 : ((at - first) / (last - first)) * 100),
    y: (value) => (max === min ? 50 : 100 - ((value - min) / (max - min)) * 100),
  };
}

function path(points: readonly TrendPoint[], shape: Shape): string {
  return points.map((point) => `${shape.x(point.at).toFixed(2)},${shape.y(point.value).toFixed(2)}`).join(' ');
}

export function TrendChart({
  title,
  summary,
  points,
  hoped = [],
  trend = [],
  ticks,
  min = 0,
  max,
  says = String,
}: {
  title: string;
  /** What the chart shows, in a sentence. */
  summary: string;
  points: readonly TrendPoint[];
  hoped?: readonly TrendPoint[];
  /** The two ends of a line through the last points; its words belong into the summary. */
  trend?: readonly TrendPoint[];
  /** Values to name at the side; left out, the highest and the lowest. */
  ticks?: readonly number[];
  min?: number;
  max?: number;
  /** A value in words: `(minutes) => `${minutes} min``. */
  says?: (value: number) => string;
}) {
  const id = useId();
  const all = [...points, ...hoped, ...trend];
  if (all.length === 0) return null;
  const top = max ?? Math.max(min + 1, ...all.map((point) => point.value));
  const shape = shapeOf(all, min, top);
  const ordered = [...all].sort((a, b) => a.at - b.at);
  return (
    <figure className={styles.figure} aria-labelledby={`${id}-title`}>
      <figcaption>
        <span id={`${id}-title`} className={styles.title}>
          {title}
        </span>
        <span className={styles.summary}>{summary}</span>
      </figcaption>
      <div className={styles.chart} aria-hidden="true">
        <div className={classes(styles.scale, ticks && styles.named)}>
          {(ticks ?? [min, top]).toReversed().map((tick) => <span key={tick}>{says(tick)}</span>)}
        </div>
        <div className={classes(styles.plot, ticks && styles.tall)}>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none">
            {(ticks?.map(shape.y) ?? [0, 50, 100]).map((y) => (
              <line key={y} x1="0" x2="100" y1={y} y2={y} className={styles.rule} />
            ))}
            {hoped.length > 1 && <polyline points={path(hoped, shape)} className={styles.hoped} />}
            {points.length > 1 && <polyline points={path(points, shape)} className={classes(styles.line, points.length > MANY && styles.thin)} />}
            {trend.length > 1 && <polyline points={path(trend, shape)} className={styles.trend} />}
          </svg>
          {points.map((point) => (
            <span
              key={point.at}
              className={classes(styles.dot, points.length > MANY && styles.small)}
              style={{ insetInlineStart: `${shape.x(point.at)}%`, insetBlockStart: `${shape.y(point.value)}%` }}
            />
          ))}
        </div>
        <div className={styles.days}>
          <span>{ordered[0]?.label}</span>
          <span>{ordered.length > 1 ? ordered[ordered.length - 1]?.label : ''}</span>
        </div>
      </div>
      {hoped.length > 0 && (
        <div className={styles.key} aria-hidden="true">
          <span className={styles.keyLine}>{words.happened}</span>
          <span className={styles.keyHoped}>{words.hoped}</span>
          {trend.length > 1 && <span className={styles.keyTrend}>{words.trend}</span>}
        </div>
      )}
      <details className={styles.details}>
        <summary>{words.asTable}</summary>
        <TrendTable {...{ title, points, hoped, says }} />
      </details>
    </figure>
  );
}

function TrendTable({
  title,
  points,
  hoped,
  says,
}: {
  title: string;
  points: readonly TrendPoint[];
  hoped: readonly TrendPoint[];
  says: (value: number) => string;
}) {
  const times = [...new Map([...points, ...hoped].map((point) => [point.at, point.label])).entries()].sort(([a], [b]) => a - b);
  const find = (list: readonly TrendPoint[], at: number) => list.find((point) => point.at === at);
  const cell = (point: TrendPoint | undefined) => (point ? says(point.value) : '–');
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.happened}</th>
          {hoped.length > 0 && <th scope="col">{words.hoped}</th>}
        </tr>
      </thead>
      <tbody>
        {times.map(([at, label]) => (
          <tr key={at}>
            <th scope="row">{label}</th>
            <td>{cell(find(points, at))}</td>
            {hoped.length > 0 && <td>{cell(find(hoped, at))}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
