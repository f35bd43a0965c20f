/** Keeps an open page up to date: the server says that something changed, and the page asks again, as itself. */
import { askAfresh, isAsking } from '@promenade/ui/query.ts';

/** The page itself comes first: the line is opened once nothing has been asked for this long. */
const QUIET_MS = 1500;
/** When the line was refused, it is tried again after so long. */
const AGAIN_MS = 60_000;

/** Opens the line while the page is looked at, closes it when it is hidden; returns how to stop for good. */
export function keepUpToDate(): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  let isMissing = false;

  function close(): void {
    window.clearTimeout(timer);
    source?.close();
    source = null;
  }
  function open(): void {
    close();
    if (document.hidden) return;
    if (isAsking()) {
      later(QUIET_MS);
      return;
    }
    const line = new EventSource('/api/family/live');
    source = line;
    // After a gap nobody knows what was missed.
    line.addEventListener('ready', () => {
      if (isMissing) void askAfresh();
      isMissing = false;
    });
    line.addEventListener('changed', () => void askAfresh());
    line.addEventListener('end', () => {
      close();
      void askAfresh();
    });
    line.addEventListener('error', () => {
      isMissing = true;
      if (line.readyState === EventSource.CLOSED) later(AGAIN_MS);
    });
  }
  function later(wait: number): void {
    close();
    timer = window.setTimeout(open, wait);
  }
  function look(): void {
    isMissing = true;
    if (document.hidden) close();
    else later(QUIET_MS);
  }

  document.addEventListener('visibilitychange', look);
  later(QUIET_MS);
  return () => {
    document.removeEventListener('visibilitychange', look);
    close();
  };
}
