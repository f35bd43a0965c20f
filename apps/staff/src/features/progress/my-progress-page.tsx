/** Somebody’s own progress on the home’s tablet: pictures and one sentence each, read aloud; no numbers, no marks, and nothing made up. */
import { Footprints, Hand, Heart, Sprout, Sun, Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Asked } from '@promenade/ui/asked';
import { Toggle } from '@promenade/ui/choice';
import { Main } from '@promenade/ui/page';
import { Avatar } from '@promenade/ui/person-chip';
import { useAsk } from '@promenade/ui/query.ts';
import { hush, say } from '@promenade/ui/speech.ts';
import { Enjoyed, Myself, Way, Wants } from './my-cards.tsx';
import { type Part, type View, partsOf, sayPart } from './my-progress.ts';
import { ownProgressDocument } from './my-progress.graphql.ts';
import styles from './my-progress.module.css';
import { words } from './my-words.ts';

const ICONS: Readonly<Record<Part, ReactNode>> = { want: <Sprout />, matters: <Heart />, myself: <Hand />, next: <Footprints />, enjoyed: <Heart />, goodDays: <Sun /> };

export function MyProgressPage({ residentId }: { residentId: string }) {
  const asked = useAsk(ownProgressDocument, { residentId });
  return (
    <Main>
      <Asked of={asked}>{({ ownProgress }) => <Own view={ownProgress} />}</Asked>
    </Main>
  );
}

function Own({ view }: { view: View }) {
  const parts = partsOf(view);
  const [part, setPart] = useState<Part>(parts[0] ?? 'want');
  const [isAloud, setAloud] = useState(true);
  const heading = useRef<HTMLHeadingElement>(null);
  const aloud = (text: string) => { if (isAloud) say(text); };
  const title = view.isComfort ? words.comfortTitle(view.name) : words.title(view.name);
  const first = useRef(`${title}. ${sayPart(view, part)}`);
  useBackToTheWeek(view.residentId);
  useEffect(() => {
    say(first.current);
    heading.current?.focus();
    return hush;
  }, []);
  const show = (next: Part) => {
    setPart(next);
    aloud(sayPart(view, next));
    heading.current?.focus();
  };
  const isFirst = part === parts[0];
  return (
    <div className={styles.page}>
      <title>{title}</title>
      <header className={styles.top}>
        <Avatar id={view.residentId} name={view.name} photo={view.photoId ? `/media/${view.photoId}?size=thumb` : null} size="large" />
        <h1 ref={heading} tabIndex={-1} className={styles.title}>{isFirst ? title : words.parts[part]}</h1>
        <button type="button" className={styles.hear} onClick={() => say(sayPart(view, part))} aria-label={words.hear}><Volume2 aria-hidden="true" /></button>
      </header>
      <nav aria-label={words.views} className={styles.parts}>
        {parts.map((each) => (
          <button key={each} type="button" className={styles.part} aria-current={each === part ? 'page' : undefined} onClick={() => show(each)}>
            <span className={styles.partIcon} aria-hidden="true">{ICONS[each]}</span>
            <span>{words.parts[each]}</span>
          </button>
        ))}
      </nav>
      <div className={styles.content}>
        {(part === 'want' || part === 'matters') && <Wants view={view} none={words.nothing[part]} aloud={aloud} />}
        {part === 'myself' && <Myself view={view} aloud={aloud} />}
        {part === 'next' && <Way view={view} aloud={aloud} />}
        {(part === 'enjoyed' || part === 'goodDays') && <Enjoyed view={view} none={words.nothing[part]} aloud={aloud} />}
      </div>
      <footer className={styles.helper}>
        <a href={`/people/${view.residentId}/my-week`} className={styles.back}>{words.week}</a>
        <details>
          <summary>{words.helper.title}</summary>
          <Toggle label={words.helper.aloud} on={isAloud} onToggle={setAloud} />
        </details>
      </footer>
    </div>
  );
}

/** The browser's own way back may lead to records: it leads to the person's week instead, which only staff leave. */
function useBackToTheWeek(residentId: string): void {
  useEffect(() => {
    window.history.pushState({ held: true }, '', window.location.href);
    const back = () => window.location.replace(`/people/${residentId}/my-week`);
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [residentId]);
}
