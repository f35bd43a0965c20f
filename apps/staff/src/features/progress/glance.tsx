/** The numbers a manager looks for first, each a way to the people behind it. */
import { classes } from '@promenade/ui/classes.ts';
import type { Progress } from './progress.ts';
import styles from './progress.module.css';
import { words } from './words.ts';

const { tiles } = words;

export function Glance({ progress }: { progress: Progress }) {
  const turned = (going: string) => progress.going.filter((each) => each.going === going).length;
  const numbers = [
    { to: '#without', number: progress.without.length, name: tiles.without, isPressing: true },
    { to: '#idle', number: progress.idle.length, name: tiles.idle, isPressing: true },
    { to: '#going', number: turned('falling'), name: tiles.falling, isPressing: true },
    { to: '/reviews', number: progress.reviewsDue, name: tiles.reviews, isPressing: true },
    { to: '#going', number: turned('rising'), name: tiles.rising, isPressing: false },
  ];
  const { share } = progress.share;
  return (
    <nav aria-label={words.glance} className={styles.glance}>
      <p>{words.here(progress.livingHere, progress.outcomes)}</p>
      <ul role="list" className={styles.tiles}>
        {numbers.map(({ to, number, name, isPressing }) => (
          <li key={name(number)}>
            <a href={to} className={classes(styles.tile, isPressing && number > 0 && styles.pressing)}>
              <span className={styles.number}>{number}</span>
              <span>{name(number)}</span>
            </a>
          </li>
        ))}
        {share !== null && (
          <li>
            <a href="#share" className={styles.tile}>
              <span className={styles.number}>{words.share.percent(share)}</span>
              <span>{tiles.share}</span>
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
