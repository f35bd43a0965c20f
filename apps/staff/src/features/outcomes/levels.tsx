import type { ResultOf } from 'gql.tada';
import { Flag, Plus } from 'lucide-react';
import { dayIn, daysBetween, sayDay } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { classes } from '@promenade/ui/classes.ts';
import { Row, Stack } from '@promenade/ui/layout';
import { Unseen } from '@promenade/ui/unseen';
import { useMe } from '../../app/me.ts';
import { goalWords as words } from './goal-words.ts';
import styles from './goals.module.css';
import { LinesChart } from './lines-chart.tsx';
import type { outcomesDocument } from './outcomes.graphql.ts';

export type Goals = ResultOf<typeof outcomesDocument>['goalsOf'];
export type Goal = Goals['goals'][number];
export type Saying = Goal['sayings'][number];

export const RATERS = ['person', 'family', 'staff'] as const;
/** From the highest to the lowest, as it is read on the page. */
const DOWNWARD = [2, 1, 0, -1, -2] as const;
const useDay = () => {
  const { home: { zone } } = useMe();
  return (at: string) => sayDay(dayIn(zone, new Date(at)));
};

/** Where it stands: the five sentences, and beside each whoever says it is that one. */
export function Levels({ goal, name, about, onWrite, onScore }: { goal: Goal; name: string; about: string; onWrite: (() => void) | null; onScore: ((corrects: Saying | null) => void) | null }) {
  const day = useDay();
  const { scale, draft } = goal;
  const write = onWrite && <Button kind={scale ? 'quiet' : 'primary'} icon={scale ? undefined : <Plus />} onClick={onWrite}>{draft ? words.goOn : scale ? words.rewrite : words.write}<Unseen>{`: ${about}`}</Unseen></Button>;
  return (
    <section className={styles.part}>
      <h3>{words.where}</h3>
      {!scale && <p className={styles.soft}>{goal.comfort ? words.noScaleComfort : words.noScale}</p>}
      {scale && (
        <div className={styles.beside}>
          <Stack gap={3}>
            <Ladder goal={goal} scale={scale} />
            {goal.latest.length === 0 && <p className={styles.soft}>{words.nobodySaid}</p>}
            {goal.agreement && <p className={classes(styles.agreement, goal.agreement.kind === 'apart' && styles.apart)}>{goal.agreement.words}</p>}
            {goal.latest.some((each) => each.words) && (
              <ul role="list" className={styles.voices}>{goal.latest.map((each) => each.words && <li key={each.id}><q>{each.words}</q> <span className={styles.soft}>{words.says(each.raterName, sayDay(each.on))}</span></li>)}</ul>
            )}
          </Stack>
          <LevelsChart goal={goal} name={name} />
        </div>
      )}
      {draft && <p className={styles.soft}>{words.draftBy(draft.recordedByName, day(draft.recordedAt))}</p>}
      {(write ?? onScore) && (
        <Row>
          {scale && onScore && <Button kind="primary" onClick={() => onScore(null)}>{words.score}<Unseen>{`: ${about}`}</Unseen></Button>}
          {write}
        </Row>
      )}
      <Past goal={goal} onScore={onScore} />
    </section>
  );
}

function Ladder({ goal, scale }: { goal: Goal; scale: NonNullable<Goal['scale']> }) {
  return (
    <ol role="list" className={styles.ladder}>
      {DOWNWARD.map((level) => {
        const here = goal.latest.filter(({ attained }) => attained === level);
        const name = level === 0 && scale.byDay && !goal.comfort ? words.expectedBy(sayDay(scale.byDay)) : words.levelNames(goal.comfort)[level + 2];
        return (
          <li key={level} className={classes(styles.level, level === 0 && styles.middle, here.length > 0 && styles.here)}>
            <p><span className={styles.levelName}>{name}</span>{scale.levels[level + 2]}</p>
            {(here.length > 0 || scale.baseline === level) && (
              <p className={styles.marks}>
                {here.map((each) => <span key={each.id} className={classes(styles.voice, styles[each.rater])}><span aria-hidden="true" className={styles.shape} />{words.says(each.raterName, sayDay(each.on))}</span>)}
                {scale.baseline === level && <span className={styles.began}><Flag aria-hidden="true" size="1em" /> {words.began}</span>}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** What counts, of the levels as they stand; nothing is drawn of a single entry. */
function LevelsChart({ goal, name }: { goal: Goal; name: string }) {
  const said = goal.sayings.filter(({ scaleId, isPutRight }) => scaleId === goal.scale?.id && !isPutRight).toSorted((a, b) => a.on.localeCompare(b.on));
  if (said.length < 2) return null;
  const lines = RATERS.map((rater, look) => ({
    key: rater, look, name: words.raters[rater]?.(name) ?? rater,
    points: said.filter((each) => each.rater === rater).map(({ on, attained, sentence, raterName }) => ({ at: daysBetween('2020-01-01', on), day: sayDay(on), value: attained, words: rater === 'family' ? `${raterName}: ${sentence}` : sentence })),
  })).filter(({ points }) => points.length > 0);
  return (
    <LinesChart title={words.chart} summary={said.length === 2 ? words.tooFew : words.chartSays(said.length, goal.comfort)} lines={lines} expected={0}
      ticks={words.levelTicks(goal.comfort).map((tick, n) => ({ value: n - 2, words: tick }))} dayHeading={words.day} asTable={words.asTable} />
  );
}

/** Everything said, and the levels as they were: nothing is lost when something newer counts. */
function Past({ goal, onScore }: { goal: Goal; onScore: ((corrects: Saying | null) => void) | null }) {
  const day = useDay();
  return (
    <>
      {goal.sayings.length > 0 && (
        <details className={styles.more}>
          <summary>{words.all(goal.sayings.length)}</summary>
          <ul role="list" className={styles.entries}>
            {goal.sayings.toReversed().map((each) => (
              <li key={each.id}>
                <p className={each.isPutRight ? styles.gone : undefined}>
                  <strong>{each.raterName}</strong>, {sayDay(each.on)}: {each.sentence}{each.words && <> <q>{each.words}</q></>} <span className={styles.soft}>{each.isOwn ? words.saidThemselves : words.writtenDownBy(each.recordedByName)}</span>
                </p>
                {each.isPutRight ? <span className={styles.soft}>{words.putRight}</span>
                  : onScore && !each.isOwn && each.scaleId === goal.scale?.id && <Button onClick={() => onScore(each)}>{words.correct}<Unseen>{`: ${each.raterName}, ${sayDay(each.on)}`}</Unseen></Button>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {goal.scale && <p className={styles.soft}>{words.writtenBy(goal.scale.recordedByName, day(goal.scale.recordedAt))} {goal.scale.writtenWith}</p>}
      {goal.earlier.length > 0 && (
        <details className={styles.more}>
          <summary>{words.older(goal.earlier.length)}</summary>
          {goal.earlier.map((scale) => (
            <div key={scale.id}>
              <p className={styles.soft}>{words.until(scale.recordedByName, day(scale.recordedAt))}</p>
              <ul>{scale.levels.toReversed().map((level) => <li key={level}>{level}</li>)}</ul>
            </div>
          ))}
        </details>
      )}
    </>
  );
}
