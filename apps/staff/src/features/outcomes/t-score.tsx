import { Table } from '@promenade/ui/table';
import { goalWords as words } from './goal-words.ts';
import styles from './goals.module.css';
import type { Goals } from './levels.tsx';

type Score = Goals['scores'][number];
const two = (value: number | null) => (value === null ? '–' : value.toFixed(2).replace('-', '−'));
const signed = (value: number | null) => (value === null ? '–' : `${value > 0 ? '+' : ''}${two(value)}`);

/** The score of all open goals for whoever works with such figures: folded away, with its working, and never printed with the page. */
export function TScore({ of, name }: { of: Goals; name: string }) {
  const view = ({ rater }: Score) => words.raters[rater]?.(name) ?? rater;
  const standing = of.scores.filter(({ latest }) => latest !== null);
  const reasons = [...new Set(of.scores.flatMap(({ whyNot }) => whyNot ?? []))];
  return (
    <details className={styles.professionals} data-print="no">
      <summary>{words.forProfessionals}</summary>
      <p>{words.scoreLead}</p>
      {standing.length > 0 && of.goals.some(({ comfort, scale }) => comfort && scale) && <p>{words.comfortOut}</p>}
      {standing.length === 0 ? reasons.map((reason) => <p key={reason}>{reason}</p>) : (
        <Table caption={words.scoreTable} lines={of.scores} lineKey={({ rater }) => rater} columns={[
          { key: 'view', heading: words.view, names: true, cell: view },
          { key: 'start', heading: words.start, number: true, cell: ({ baseline }) => two(baseline) },
          { key: 'latest', heading: words.latest, number: true, cell: ({ latest, whyNot }) => (latest === null ? whyNot : two(latest)) },
          { key: 'change', heading: words.change, number: true, cell: ({ change }) => signed(change) },
          { key: 'goals', heading: words.goalsIn, number: true, cell: ({ goals }) => goals.length },
        ]} />
      )}
      {standing.map((score) => (
        <details key={score.rater} className={styles.more}>
          <summary>{words.working(view(score))}</summary>
          <Table caption={words.working(view(score))} hideCaption lines={score.goals} lineKey={({ outcomeId }) => outcomeId} columns={[
            { key: 'goal', heading: words.goal, names: true, cell: (goal) => goal.words },
            { key: 'weight', heading: words.weight, number: true, cell: ({ weight }) => weight },
            { key: 'from', heading: words.from, number: true, cell: ({ baseline }) => String(baseline).replace('-', '−') },
            { key: 'to', heading: words.to, number: true, cell: ({ reached }) => String(reached).replace('-', '−') },
          ]} />
          <Working title={words.workingNow} lines={score.latestWorking} />
          <Working title={words.workingStart} lines={score.baselineWorking} />
          {score.unsaid.length > 0 && <p className={styles.soft}>{words.unsaid(score.unsaid.map((each) => `“${each}”`).join(', '))}</p>}
        </details>
      ))}
    </details>
  );
}

function Working({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <h4 className={styles.workingTitle}>{title}</h4>
      <ul role="list" className={styles.working}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </>
  );
}
