/** One switch: the cards light up in turn, and any key or a tap anywhere takes the one that is lit. */
import { useEffect, useEffectEvent, useState } from 'react';

const [KEY, LEAST, MOST, USUAL] = ['promenade.switch', 1, 8, 3];

export type Switch = { on: boolean; seconds: number };

function stored(): Switch {
  const [on = '', seconds = ''] = (localStorage.getItem(KEY) ?? '').split(' ');
  return { on: on === 'on', seconds: Math.min(MOST, Math.max(LEAST, Number(seconds) || USUAL)) };
}

/** How this device is used; it is about the device, not about a person. */
export function useSwitch(): [Switch, (change: Partial<Switch>) => void] {
  const [state, setState] = useState(stored);
  return [state, (change) => {
    const next = { ...state, ...change };
    localStorage.setItem(KEY, `${next.on ? 'on' : 'off'} ${next.seconds}`);
    setState(next);
  }];
}

/** Keys that work the browser or the screen reader, not the switch. */
const NOT_A_SWITCH = new Set(['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta', 'F5', 'F11', 'F12']);

type Scanned = { count: number; on: boolean; seconds: number; onLit: (at: number) => void; onTake: (at: number) => void; onEnd: () => void };

/** Which card is lit. What stands in an element marked `data-helper` is worked by hand as usual. */
export function useScanning({ count, on, seconds, onLit, onTake, onEnd }: Scanned): number | null {
  const [lit, setLit] = useState(0);
  const at = count === 0 ? 0 : lit % count;

  useEffect(() => {
    if (!on || count === 0) return;
    const timer = window.setInterval(() => setLit((before) => (before + 1) % count), seconds * 1000);
    return () => window.clearInterval(timer);
  }, [on, seconds, count]);

  // What is said of a card may change without being said again: only another card that is lit is news.
  const sayLit = useEffectEvent(() => onLit(at));
  const takeLit = useEffectEvent(() => onTake(at));
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (on && count > 0) sayLit();
  }, [on, at, count]);

  useEffect(() => {
    if (!on) return;
    const isHelper = (target: EventTarget | null) => target instanceof Element && target.closest('[data-helper]') !== null;
    const take = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      takeLit();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end();
      else if (!event.repeat && !NOT_A_SWITCH.has(event.key) && !isHelper(event.target)) take(event);
    };
    const tap = (event: MouseEvent) => {
      if (!isHelper(event.target)) take(event);
    };
    window.addEventListener('keydown', key, true);
    window.addEventListener('click', tap, true);
    return () => {
      window.removeEventListener('keydown', key, true);
      window.removeEventListener('click', tap, true);
    };
  }, [on]);
  return on && count > 0 ? at : null;
}
