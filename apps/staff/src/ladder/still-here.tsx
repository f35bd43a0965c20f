import { Notice } from '@promenade/ui/notice';
import { useWaiting } from '../app/outgoing.ts';
import { words } from './words.ts';

/** What waits on this device is sent from here too, whenever there is a chance. */
export function StillHere() {
  const { count } = useWaiting();
  return count > 0 ? <Notice live="polite" title={words.waits(count)}>{words.waitsWhat}</Notice> : null;
}
