/** Support week by week: the plan as steps going down, what really was as bars, and the box it would be if nothing changed; each week reads its figures, and all of them stand in a table. */
import type { KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { classes } from './classes.ts';
import styles from './triangle-chart.module.css';
import { Unseen } from './unseen.tsx';

export type TriangleWeek = {
  key: string;
  /** Under its column, in two short lines: '23' and 'Nov'. */ day: string;
  month: string;
  /** In full: 'Week from Monday 23 November'. */ label: string;
  state: 'over' | 'now' | 'to come';
  planned: number;
  /** Null in a week to come. */ actual: number | null;
  /** Too little was recorded to say; in a sentence. */ unknown: string | null;
  /** Figures as they are said, in the order of `headings`. */ figures: readonly string[];
};

const WORDS = { planned: 'Planned', actual: 'What really was', box: 'If it had stayed', unknown: 'Too little recorded', week: 'Week', now: 'this week', show: 'Show all figures as a table', hide: 'Hide the table', weeks: 'Weeks: the arrow keys go from one to the next' } as const;

/** `headings` name the figures of a week; `says` puts minutes into words for the scale. */
export function TriangleChart({ title, summary, weeks, box, headings, says }: { title: string; summary: string; weeks: readonly TriangleWeek[]; box: number; headings: readonly string[]; says: (minutes: number) => string }) {
  const id = useId();
  const now = weeks.findIndex(({ state }) => state === 'now');
  const [at, setAt] = useState(now >= 0 ? now : Math.max(0, weeks.findLastIndex(({ state }) => state === 'over')));
  const [isOpen, setOpen] = useState(false);
  const columns = useRef<HTMLDivElement>(null);
  const chosen = weeks[Math.min(at, weeks.length - 1)];
  if (!chosen) return null;
  const top = Math.max(60, box, ...weeks.flatMap(({ planned, actual }) => [planned, actual ?? 0])) * 1.06;
  const y = (minutes: number) => 100 - (minutes / top) * 100;
  const x = (week: number) => (week / weeks.length) * 100;
  const steps = weeks.flatMap(({ planned }, n) => [`${x(n)},${y(planned)}`, `${x(n + 1)},${y(planned)}`]).join(' ');
  function move(event: KeyboardEvent): void {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: weeks.length - 1 }[event.key];
    if (to === undefined || to < 0 || to >= weeks.length) return;
    event.preventDefault();
    setAt(to);
    columns.current?.querySelectorAll<HTMLElement>('button')[to]?.focus();
  }
  return (
    <figure className={styles.figure} aria-labelledby={`${id}-title`}>
      <figcaption>
        <span id={`${id}-title`} className={styles.title}>{title}</span>
        <span className={styles.summary}>{summary}</span>
      </figcaption>
      <p className={styles.key} aria-hidden="true">
        <span><i className={styles.keyPlanned} /> {WORDS.planned}</span>
        <span><i className={styles.keyActual} /> {WORDS.actual}</span>
        <span><i className={styles.keyBox} /> {WORDS.box}</span>
        {weeks.some(({ unknown }) => unknown !== null) && <span><i className={styles.keyUnknown}>?</i> {WORDS.unknown}</span>}
      </p>
      <div className={styles.chart}>
        <div className={styles.scale} aria-hidden="true">
          <span>{says(Math.round(top))}</span>
          <span>{says(0)}</span>
        </div>
        <div className={styles.scroll}>
          <div ref={columns} className={styles.plot} style={{ '--weeks': weeks.length } as object} role="group" aria-label={WORDS.weeks}>
            <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
              <polygon points={`0,100 ${steps} 100,100`} className={styles.area} />
              <line x1="0" x2="100" y1={y(box)} y2={y(box)} className={styles.box} />
              <polyline points={steps} className={styles.planned} />
            </svg>
            {weeks.map((week, n) => (
              <button
                key={week.key} type="button" className={styles.week} tabIndex={n === at ? 0 : -1} aria-pressed={n === at} onClick={() => setAt(n)} onFocus={() => setAt(n)} onKeyDown={move}
              >
                <Unseen>{`${week.label}${week.state === 'now' ? `, ${WORDS.now}` : ''}. ${headings.map((heading, i) => `${heading}: ${week.figures[i] ?? ''}`).join('. ')}.${week.unknown ? ` ${week.unknown}` : ''}`}</Unseen>
                <span className={styles.space} aria-hidden="true">
                  {week.actual !== null && <span className={classes(styles.bar, week.unknown !== null && styles.unknown)} style={{ blockSize: `${(week.actual / top) * 100}%` }} />}
                  {week.unknown !== null && <span className={styles.mark} />}
                </span>
                <span className={classes(styles.day, week.state === 'now' && styles.now)} aria-hidden="true">{week.day}<br />{week.month}</span>
              </button>
            ))}
          </div>
        </div>
      </div>
      <div className={styles.reading} data-print="no">
        <p className={styles.label}>{chosen.label}{chosen.state === 'now' && `, ${WORDS.now}`}</p>
        <dl className={styles.figures}>{headings.map((heading, i) => <div key={heading}><dt>{heading}</dt><dd>{chosen.figures[i]}</dd></div>)}</dl>
        {chosen.unknown && <p>{chosen.unknown}</p>}
      </div>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-controls={`${id}-table`} onClick={() => setOpen(!isOpen)} data-print="no">{isOpen ? WORDS.hide : WORDS.show}</button>
      <div id={`${id}-table`} className={classes(styles.around, !isOpen && styles.folded)} role="group" aria-label={title} tabIndex={isOpen ? 0 : -1}>
        <table className={styles.table}>
          <caption>{title}</caption>
          <thead><tr><th scope="col">{WORDS.week}</th>{headings.map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.key}>
                <th scope="row">{week.day} {week.month}{week.state === 'now' && ` (${WORDS.now})`}</th>
                {headings.map((heading, i) => <td key={heading}>{week.figures[i]}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
