import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { Badge } from '@promenade/ui/badge';
import { useMe } from '../../app/me.ts';
import type { Week } from './board.ts';
import styles from './told.module.css';
import { kindWord } from './marks.ts';
import { words } from './words.ts';

const TONES = { added: 'kept', cancelled: 'missed' } as const;

/** What is different from what people were first told: what, from when to when, since when and by whom. */
export function ChangesPanel({ changes }: Pick<Week, 'changes'>) {
  const { home } = useMe();
  if (changes.length === 0) return null;
  return (
    <details className={styles.since} open={changes.length <= 4}>
      <summary>{words.since.title(changes.length)}</summary>
      <ul role="list" className={styles.tellings}>
        {changes.map(({ kind, words: said, at, byName }, i) => {
          const when = new Date(at);
          return (
            <li key={i}>
              <Badge tone={kind in TONES ? TONES[kind as keyof typeof TONES] : 'owed'}>{kindWord(kind)}</Badge>
              <span>{said} <span className={styles.by}>{words.since.by(byName ?? '', `${sayDay(dayIn(home.zone, when))}, ${clockIn(home.zone, when)}`)}</span></span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
