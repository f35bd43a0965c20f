import { ImageOff } from 'lucide-react';
import type { ResultOf } from 'gql.tada';
import { sayDay } from '@promenade/domain/shared/time';
import { Badge } from '@promenade/ui/badge';
import type { said } from './about-me.graphql.ts';
import styles from './about-me.module.css';
import { words } from './words.ts';

export type Said = ResultOf<typeof said>;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
export const sayWritten = (at: unknown) => day.format(new Date(String(at)));

/** What was said, as it was said, and where it comes from. */
export function SaidView({ said: one, isOlder }: { said: Said; isOlder?: boolean }) {
  const when = [one.saidOn ? words.saidOn(sayDay(one.saidOn)) : null, words.writtenDown(sayWritten(one.writtenAt), one.recordedByName)].filter((part) => part !== null);
  if (one.isTakenAway) return <p className={styles.soft}>{words.wasTakenAway}, {words.writtenDown(sayWritten(one.writtenAt), one.recordedByName)}</p>;
  return (
    <div className={isOlder ? styles.earlier : styles.said}>
      {one.media && <MediaView media={one.media} alt={one.alt} about={one.text ?? one.whoseWords} />}
      {one.text && <blockquote className={styles.words}>{one.text.split('\n').map((line, n) => <p key={n}>{line}</p>)}</blockquote>}
      {one.codedDisplay && <p className={styles.soft}>{words.coded(one.codedDisplay)}</p>}
      <p className={styles.from}>{one.whoseWords}; {when.join('; ')}</p>
      {(one.sensitive || one.onPoster) && !isOlder && (
        <div className={styles.marks}>
          {one.sensitive && <Badge tone="owed">{words.sensitive}</Badge>}
          {one.onPoster && <Badge tone="calm">{words.onProfile}</Badge>}
        </div>
      )}
    </div>
  );
}

function MediaView({ media, alt, about }: { media: NonNullable<Said['media']>; alt: string | null; about: string }) {
  if (media.notShown) return <p className={styles.notShown}><ImageOff aria-hidden="true" /> {media.notShown}</p>;
  if (media.kind === 'recording') {
    return (
      <figure className={styles.sound}>
        {/* Nothing is fetched before somebody wants to hear it. */}
        <audio controls preload="none" src={`/media/${media.id}`} aria-label={words.listen(about.slice(0, 60))} className={styles.audio} />
        {media.seconds !== null && <figcaption>{words.long(media.seconds)}</figcaption>}
      </figure>
    );
  }
  return (
    <figure className={styles.photo}>
      <a href={`/media/${media.id}`} target="_blank" rel="noreferrer" title={words.large}>
        <img src={`/media/${media.id}?size=thumb`} alt={alt ?? ''} loading="lazy" style={media.width && media.height ? { aspectRatio: `${media.width} / ${media.height}` } : undefined} />
      </a>
      {alt && <figcaption>{alt}</figcaption>}
    </figure>
  );
}
