import type { ResultOf } from 'gql.tada';
import { ImageOff } from 'lucide-react';
import { inARow } from '@promenade/ui/words.ts';
import type { sessionDocument } from './day.graphql.ts';
import styles from './record.module.css';
import { words } from './words.ts';

export type Pictured = ResultOf<typeof sessionDocument>['sessionMedia'][number];

/** Photos and voice notes; what is not to be shown says why in its place. */
export function MediaOf({ media }: { media: readonly Pictured[] }) {
  if (media.length === 0) return null;
  return (
    <ul role="list" className={styles.pictures}>
      {media.map(({ id, media: one, people, recordedByName }) => (
        <li key={id}>
          {one.notShown ? <p className={styles.by}><ImageOff aria-hidden="true" /> {one.notShown}</p>
            : one.kind === 'photo' ? (
              <a href={`/media/${one.id}`} target="_blank" rel="noreferrer"><img src={`/media/${one.id}?size=thumb`} alt={words.photoOf(inARow(people))} loading="lazy" className={styles.picture} /></a>
            ) : <audio controls preload="none" src={`/media/${one.id}`} aria-label={words.voiceOf(inARow(people), recordedByName)} className={styles.sound} />}
          <p className={styles.by}>{words.pictureBy(inARow(people), recordedByName)}</p>
        </li>
      ))}
    </ul>
  );
}
