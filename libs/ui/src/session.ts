/** What a shell needs to know about being signed in. */
import { useEffect, useState } from 'react';
import { signedOut } from './request.ts';

/** True from the moment the server no longer knows us, until `back()` is called. */
export function useSignedOut(): { isOut: boolean; back: () => void } {
  const [isOut, setOut] = useState(false);
  useEffect(() => {
    const leave = () => setOut(true);
    window.addEventListener(signedOut, leave);
    return () => window.removeEventListener(signedOut, leave);
  }, []);
  return { isOut, back: () => setOut(false) };
}
