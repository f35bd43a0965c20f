/** What somebody is in the middle of writing: a reload does not lose it. */
import { useState } from 'react';
import { useMe } from './me.ts';

const KEPT = 'writing ';

/** A browser that keeps nothing for a page says so by throwing; then what is written stands on the page alone. */
function inThisTab<T>(work: (store: Storage) => T): T | null {
  try {
    return work(window.sessionStorage);
  } catch {
    return null;
  }
}

/**
 * Like `useState` for something long, kept in this tab under the name of who writes and of `what`, until it is `done`
 * or they sign out. What was kept before lies over `first`.
 */
export function useWriting<Written extends object>(what: string, first: () => Written): readonly [written: Written, write: (more: Partial<Written>) => void, done: () => void] {
  const key = `${KEPT}${useMe().id} ${what}`;
  const [written, setWritten] = useState<Written>(() => ({ ...first(), ...(JSON.parse(inThisTab((store) => store.getItem(key)) ?? '{}') as Partial<Written>) }));
  const write = (more: Partial<Written>) => {
    const next = { ...written, ...more };
    setWritten(next);
    inThisTab((store) => store.setItem(key, JSON.stringify(next)));
  };
  return [written, write, () => inThisTab((store) => store.removeItem(key))];
}

/** Nothing that somebody wrote stays behind for whoever comes next. */
export function forgetWriting(): void {
  inThisTab((store) => {
    for (const key of Object.keys(store)) if (key.startsWith(KEPT)) store.removeItem(key);
  });
}
