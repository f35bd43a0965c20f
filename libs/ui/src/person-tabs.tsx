/** The way between the pages about one person: the same row on each of them, the page one is on marked. */
import { createContext, use, useLayoutEffect, useRef } from 'react';
import styles from './person-tabs.module.css';
import { words } from './words.ts';

/** `subject` is what a page calls itself; `path` is its place under the person's own address, '' for the glance. */
export type PersonPart = { readonly subject: string; readonly path: string; readonly name: string };

/** The pages there are and this reader may open; the shell knows. */
export const PersonPartsContext = createContext<readonly PersonPart[]>([]);

/** `<PersonTabs residentId={id} current="routines" />`, at the top of the page's content. */
export function PersonTabs({ residentId, current }: { residentId: string; current: string }) {
  const parts = use(PersonPartsContext);
  const list = useRef<HTMLUListElement>(null);
  const here = useRef<HTMLAnchorElement>(null);
  // Where the row scrolls, the page one is on is in sight before anything is painted, and after the device is turned; the page itself stays where it is.
  useLayoutEffect(() => {
    const [row, link] = [list.current, here.current];
    if (!row || !link) return;
    const show = () => { row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2; };
    show();
    const sized = new ResizeObserver(show);
    sized.observe(row);
    return () => sized.disconnect();
  }, [current, parts]);
  if (parts.length < 2) return null;
  return (
    <nav aria-label={words.personParts} className={styles.parts} data-print="no">
      <ul role="list" ref={list} className={styles.row}>
        {parts.map(({ subject, path, name }) => (
          <li key={subject}>
            <a
              href={`/people/${residentId}${path && `/${path}`}`}
              className={styles.part}
              aria-current={subject === current ? 'page' : undefined}
              ref={subject === current ? here : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
