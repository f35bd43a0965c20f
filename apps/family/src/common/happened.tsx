import { useMe } from '../app/me.ts';
import { atTime } from './days.ts';
import styles from './lines.module.css';

export type Photo = { id: string; words: string | null };
export type Happening = { id: string; from: string | null; what: string; words: string; note: string | null; saidBy: string; saidAt: string; photos?: readonly Photo[] };

const words = {
  said: (name: string, when: string) => `${name} wrote this down ${when}.`,
  photo: (what: string, more: string | null) => (more ? `${what}: ${more}` : `A photo of ${what}`),
  open: (what: string) => `See this photo larger: ${what}`,
} as const;

/** One thing that happened, or did not, with who wrote it down and when, and its photos. */
export function Happened({ happening, today }: { happening: Happening; today: string }) {
  const { zone } = useMe().home;
  return (
    <li className={styles.entry}>
      <span className={styles.time}>{happening.from}</span>
      <div>
        <p className={styles.what}>{happening.what}</p>
        <p>{happening.words}</p>
        {happening.note && <p className={styles.note}>“{happening.note}”</p>}
        <Photos photos={happening.photos ?? []} what={happening.what} />
        <p className={styles.soft}>{words.said(happening.saidBy, atTime(zone, today, new Date(happening.saidAt)))}</p>
      </div>
    </li>
  );
}

/** Small ones, each a way to the large one. */
export function Photos({ photos, what }: { photos: readonly Photo[]; what: string }) {
  if (photos.length === 0) return null;
  return (
    <div className={styles.photos}>
      {photos.map(({ id, words: more }) => (
        <figure key={id}>
          <a href={`/media/${id}`} target="_blank" rel="noreferrer" aria-label={words.open(more ?? what)}>
            <img src={`/media/${id}?size=thumb`} alt={words.photo(what, more)} loading="lazy" decoding="async" />
          </a>
          {more && <figcaption>{more}</figcaption>}
        </figure>
      ))}
    </div>
  );
}
