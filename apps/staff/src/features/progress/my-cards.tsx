/** The large cards of somebody’s own progress: each says itself aloud when it is touched. */
import { Check, Footprints } from 'lucide-react';
import { classes } from '@promenade/ui/classes.ts';
import { Picture } from '@promenade/ui/picture';
import { type View, doneMyself, firstName, hasWay, sayPath, sayWanted } from './my-progress.ts';
import styles from './my-progress.module.css';
import { words } from './my-words.ts';

type Shown = { view: View; aloud: (text: string) => void };

export function Wants({ view: { outcomes }, none, aloud }: Shown & { none: string }) {
  if (outcomes.length === 0) return <p className={styles.nothing}>{none}</p>;
  return (
    <ul role="list" className={styles.cards} data-few={outcomes.length < 3 ? 'yes' : undefined}>
      {outcomes.map((outcome) => {
        const { id, words: wanted, picture, comfort, reached } = outcome;
        return (
          <li key={id}>
            <button type="button" className={classes(styles.card, styles.big)} onClick={() => aloud(sayWanted(outcome))}>
              <Picture name={picture ?? (comfort ? 'heart' : 'star')} size="huge" />
              <span className={styles.text}>
                <span className={styles.what}>{wanted}</span>
                {reached ? (
                  <span className={styles.reached}>
                    <span className={styles.now}>{words.now}</span>
                    <span className={styles.sentence}>{reached.sentence}</span>
                    <span className={styles.line}>{reached.by === 'person' ? words.bySelf : words.byOther(firstName(reached.byName))}</span>
                  </span>
                ) : <span className={styles.line}>{words.notSaid}</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function Myself({ view, aloud }: Shown) {
  const doing = doneMyself(view);
  if (doing.length === 0) return <p className={styles.nothing}>{words.nothing.myself}</p>;
  const groups = [{ title: words.onOwn, tasks: doing.filter(({ isTheirOwn }) => isTheirOwn) }, { title: words.together, tasks: doing.filter(({ isTheirOwn }) => !isTheirOwn) }];
  return groups.filter(({ tasks }) => tasks.length > 0).map(({ title, tasks }) => (
    <section key={title}>
      <h2 className={styles.group}>{title}</h2>
      <ul role="list" className={styles.cards}>
        {tasks.map(({ taskId, name, picture, words: how, isTheirOwn }) => (
          <li key={taskId}>
            <button type="button" className={classes(styles.card, isTheirOwn && styles.own)} onClick={() => aloud(`${name}. ${how}.`)}>
              <Picture name={picture ?? name} size="large" />
              <span className={styles.text}>
                <span className={styles.what}>{name}</span>
                <span className={styles.line}>{how}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}

export function Way({ view, aloud }: Shown) {
  const ways = view.outcomes.filter(hasWay);
  if (ways.length === 0) return <p className={styles.nothing}>{words.nothing.next}</p>;
  return ways.map((outcome) => {
    const { id, words: wanted, steps, next } = outcome;
    const place = steps.findIndex(({ isDone }) => !isDone);
    const path = place < 0 && next !== null ? [...steps, { id: `${id} next`, words: next, isDone: false }] : steps;
    const at = path.findIndex(({ isDone }) => !isDone);
    return (
      <section key={id}>
        <h2 className={styles.group}>{wanted}</h2>
        <button type="button" className={styles.path} onClick={() => aloud(sayPath(outcome))}>
          {path.map((step, n) => (
            <span key={step.id} className={classes(styles.step, step.isDone && styles.done, n === at && styles.upNext)}>
              <span className={styles.mark} aria-hidden="true">{step.isDone ? <Check /> : n === at ? <Footprints /> : null}</span>
              <span className={styles.text}>
                {(step.isDone || n === at) && <span className={styles.now}>{step.isDone ? words.done : words.next}</span>}
                <span className={styles.sentence}>{step.words}</span>
              </span>
            </span>
          ))}
        </button>
      </section>
    );
  });
}

export function Enjoyed({ view: { enjoyed }, none, aloud }: Shown & { none: string }) {
  if (enjoyed.length === 0) return <p className={styles.nothing}>{none}</p>;
  return (
    <ul role="list" className={styles.cards}>
      {enjoyed.map(({ sessionId, what, day, picture, photoId }) => (
        <li key={sessionId}>
          <button type="button" className={styles.card} onClick={() => aloud(`${what}, ${words.when(day)}.`)}>
            {photoId ? <img src={`/media/${photoId}?size=thumb`} alt={words.photo(what)} className={styles.photo} /> : <Picture name={picture} size="large" />}
            <span className={styles.text}>
              <span className={styles.what}>{what}</span>
              <span className={styles.line}>{words.when(day)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
