/** Says things aloud to a screen reader: `announce('Bob took part. Saved.')`. Each shell holds one `<Announcer />`. */
import { useEffect, useState } from 'react';
import { Unseen } from './unseen.tsx';

type Listener = (text: string) => void;
const listeners = new Set<Listener>();

export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

export function Announcer() {
  const [text, setText] = useState('');
  useEffect(() => {
    const listener: Listener = (next) => {
      // Emptied first, so that the same sentence twice is read twice.
      setText('');
      window.setTimeout(() => setText(next), 60);
    };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return (
    <Unseen>
      <span role="status">{text}</span>
    </Unseen>
  );
}
