/** The numbers a manager looks for first, each the way to the people behind it. */
import { classes } from '@promenade/ui/classes.ts';
import type { PARTS, Progress } from './progress.ts';
import styles from './progress.module.css';
import { words } from './words.ts';

const { tiles } = words;

export function Glance({ progress, part }: { progress: Progress; part: (typeof PARTS)[number] }) {
  const { share } = progress.share;
  const turned = (going: string) => progress.going.filter((each) => each.going === going).length;
  const [more, less] = [turned('falling'), turned('rising')];
  const numbers = [
    { to: 'without', number: progress.without.length, name: tiles.without(progress.without.length), isPressing: progress.without.length > 0 },
    { to: 'idle', number: progress.idle.length, name: tiles.idle(progress.idle.length), isPressing: progress.idle.length > 0 },
    { to: 'share', number: share === null ? '–' : words.share.percent(share), name: share === null ? tiles.noShare : tiles.share, isPressing: false },
    { to: 'going', number: more, name: tiles.going(more, less), isPressing: more > 0 },
    { to: 'measures', number: progress.measures.length, name: tiles.measures, isPressing: false },
  ];
  return (
    <nav aria-label={words.glance} className={styles.glance}>
      <p>{words.here(progress.livingHere, progress.outcomes)}</p>
      <ul role="list" className={styles.tiles}>
        {numbers.map(({ to, number, name, isPressing }) => (
          <li key={to}>
            <a href={`/progress?part=${to}`} aria-current={to === part ? 'true' : undefined} className={classes(styles.tile, isPressing && styles.pressing)}>
              <span className={styles.number}>{number}</span>
              <span>{name}</span>
            </a>
          </li>
        ))}
        <li>
          <a href="/reviews" className={classes(styles.tile, progress.reviewsDue > 0 && styles.pressing)}>
            <span className={styles.number}>{progress.reviewsDue}</span>
            <span>{tiles.reviews(progress.reviewsDue)}</span>
          </a>
        </li>
      </ul>
    </nav>
  );
}
