/** Gives a board its hands, and what they hold to whoever shows it. */
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Bench, Hands, type Held } from './hands.ts';

const nothing = () => () => undefined;
const none = () => null;

export function useHands(bench: Bench): { readonly root: (element: HTMLElement | null) => void; readonly hands: Hands | null } {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [hands, setHands] = useState<Hands | null>(null);
  const latest = useRef(bench);
  useLayoutEffect(() => { latest.current = bench; });
  useEffect(() => {
    if (!element) return;
    const made = new Hands(element, () => latest.current);
    setHands(made);
    return () => {
      made.end();
      setHands(null);
    };
  }, [element]);
  useLayoutEffect(() => hands?.settle());
  return { root: setElement, hands };
}

export function useHeld(hands: Hands | null): Held | null {
  return useSyncExternalStore(hands?.subscribe ?? nothing, hands?.look ?? none);
}
