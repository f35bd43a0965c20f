import type { ResultOf } from 'gql.tada';
import { ArrowLeft, Printer } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { useParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { EmptyState } from '@promenade/ui/empty-state';
import { Checkbox } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { useMe } from '../../app/me.ts';
import { profileDocument } from './about-me.graphql.ts';
import { keepThatFit } from './fit.ts';
import styles from './profile.module.css';
import { words } from './words.ts';

type Profile = ResultOf<typeof profileDocument>['onePageProfile'];

/** One side of A4 for the door, the outing bag and the agency worker. */
export function ProfilePage() {
  const { id = '' } = useParams();
  const asked = useAsk(profileDocument, { residentId: id });
  return <Asked of={asked}>{({ onePageProfile }) => <ProfileView profile={onePageProfile} />}</Asked>;
}

function ProfileView({ profile }: { profile: Profile }) {
  const [withPhoto, setWithPhoto] = useState(false);
  const [left, setLeft] = useState(0);
  const hasPhoto = profile.portrait !== null && profile.portrait.notShown === null;
  const [box, scale] = useFitting();
  return (
    <Page
      title={words.sheet.title(profile.name)} lead={words.sheet.lead}
      kicker={<a href={`/people/${profile.residentId}/about-me`}><ArrowLeft aria-hidden="true" /> {words.sheet.back}</a>}
    >
      {profile.lines.length === 0 ? <EmptyState title={words.sheet.empty}>{words.sheet.emptyWhy}</EmptyState> : (
        <Stack gap={4}>
          <div className={styles.bar}>
            <Button kind="primary" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>{words.sheet.print}</Button>
            {hasPhoto && <Checkbox label={words.sheet.withPhoto} checked={withPhoto} onValue={setWithPhoto} />}
          </div>
          {left > 0 && <p role="status">{words.sheet.left(left)}</p>}
          <p>{words.sheet.compare} <strong className={styles.code}>{profile.code}</strong>.</p>
          <div ref={box} className={styles.preview} tabIndex={0} role="region" aria-label={words.sheet.region}>
            <Sheet profile={profile} photo={withPhoto && hasPhoto ? `/media/${profile.portrait?.id ?? ''}` : null} scale={scale} onLeft={setLeft} />
          </div>
        </Stack>
      )}
    </Page>
  );
}

const WIDTH = (210 * 96) / 25.4;

/** How large a sheet may be on this screen, 1 being its own size. */
function useFitting(): [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState(0.4);
  useEffect(() => {
    const one = box.current;
    if (!one) return;
    const watcher = new ResizeObserver(([entry]) => setValue(Math.min(1, (entry?.contentRect.width ?? WIDTH) / WIDTH)));
    watcher.observe(one);
    return () => watcher.disconnect();
  }, []);
  return [box, value];
}

function Sheet({ profile, photo, scale, onLeft }: { profile: Profile; photo: string | null; scale: number; onLeft: (many: number) => void }) {
  const { home } = useMe();
  const room = useRef<HTMLDivElement>(null);
  const [fits, setFits] = useState<number | null>(null);
  const measure = useCallback(() => {
    if (room.current) setFits(keepThatFit(room.current));
  }, []);
  // Laid out with everything, then the least pressing lines are taken off until nothing is below the edge.
  useLayoutEffect(() => {
    measure();
    void document.fonts.ready.then(measure);
  }, [profile, photo, measure]);
  const left = fits === null ? 0 : profile.lines.length - fits;
  useEffect(() => onLeft(left), [left, onLeft]);
  const headings = [...new Map(profile.lines.map((line) => [line.heading, line.name])).entries()];
  return (
    <>
      <style>{PRINTED}</style>
      <div className={styles.frame} style={{ '--scale': scale } as CSSProperties} data-paper="">
        <article className={styles.sheet} data-sheet="">
          <header className={styles.head}>
            <h2>{profile.name}</h2>
            {photo && <img src={photo} alt={words.photoOf(profile.name)} />}
          </header>
          <div ref={room} className={styles.room} data-pieces="">
            {headings.map(([heading, name]) => (
              <section key={heading} data-part="">
                <h3>{name}</h3>
                <ul role="list">{profile.lines.filter((line) => line.heading === heading).map((line) => <li key={line.rank} data-rank={line.rank} dir="auto">{line.words}</li>)}</ul>
              </section>
            ))}
          </div>
          {left > 0 && <p className={styles.more}>{words.sheet.more}</p>}
          <footer className={styles.foot}>
            <span>{home.name} · {profile.markWords}</span>
            <span>{words.sheet.code} <strong className={styles.code}>{profile.code}</strong></span>
          </footer>
        </article>
      </div>
    </>
  );
}

/** On paper there is the sheet and nothing else. */
const PRINTED = `@page { size: A4 portrait; margin: 0 }
@media print {
  body :has([data-paper]) > :not(:has([data-paper]), [data-paper]), body > :not(:has([data-paper])) { display: none !important }
  html, body, body :has([data-paper]) { display: block !important; position: static !important; width: auto !important; max-width: none !important; height: auto !important; min-height: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; background: #fff !important }
}`;
