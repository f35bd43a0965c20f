/** Whether somebody was signed in on this device: then their page is fetched while the home is still asked who is there. */
const KEY = 'promenade.known-here';

/** A browser that keeps nothing for a page says so by throwing; then nobody was known. */
function stored<T>(work: (store: Storage) => T): T | null {
  try {
    return work(window.localStorage);
  } catch {
    return null;
  }
}

export const isKnownHere = () => stored((store) => store.getItem(KEY)) !== null;
export const knownHere = () => stored((store) => store.setItem(KEY, 'yes'));
export const strangerHere = () => stored((store) => store.removeItem(KEY));
