/** How wide something is in the reader's own size of text: large letters make a wide screen narrow. */
import { useEffect, useState } from 'react';

export function useRems(): readonly [ref: (element: HTMLElement | null) => void, rems: number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [rems, setRems] = useState(0);
  useEffect(() => {
    if (!element) return;
    const watch = new ResizeObserver(() => setRems(element.clientWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  return [setElement, rems];
}
