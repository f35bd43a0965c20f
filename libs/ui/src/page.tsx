/** A page: its title (also the tab's), what it is for, what one can do there, and its content. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import styles from './page.module.css';
import { words } from './words.ts';

const landed = window.location.pathname;
let hasMoved = false;

/** Moves focus to the title when somebody goes from one page to the next, so that a screen reader says where they are. */
function useArrival(): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    hasMoved ||= window.location.pathname !== landed;
    if (!hasMoved) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return heading;
}

export function Page({
  title,
  kicker,
  lead,
  actions,
  narrow,
  children,
}: {
  title: string;
  /** A word above the title: where we are, or a way back. */
  kicker?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** For forms and reading. */
  narrow?: boolean;
  children?: ReactNode;
}) {
  const heading = useArrival();
  return (
    <div className={narrow ? styles.narrow : styles.page}>
      <title>{`${title} · ${words.product}`}</title>
      <header className={styles.top}>
        <div className={styles.titles}>
          {kicker && <div className={styles.kicker}>{kicker}</div>}
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions && (
          <div className={styles.actions} data-print="no">
            {actions}
          </div>
        )}
      </header>
      {children}
    </div>
  );
}

/** The first thing the keyboard reaches: jumps over the navigation. */
export function SkipLink() {
  return (
    <a href="#page" className={styles.skip} data-print="no">
      {words.skip}
    </a>
  );
}

/** The one main landmark; shells put the current page inside. */
export function Main({ children }: { children: ReactNode }) {
  return (
    <main id="page" tabIndex={-1} className={styles.main}>
      {children}
    </main>
  );
}

/** The page before we know who is there. */
export function Waiting({ children }: { children: ReactNode }) {
  return (
    <div className={styles.waiting}>
      <Main>{children}</Main>
    </div>
  );
}
