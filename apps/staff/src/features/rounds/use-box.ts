import { useCallback, useEffect, useState } from 'react';
import { putOut, sendOut, waiting } from '@promenade/ui/outbox.ts';
import { ownId } from '@promenade/ui/own-id.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';

const AGAIN_MS = 15_000;

/** Taps are kept on the device before anything is sent; from then on each goes out once, in order, when there is a connection. */
export function useBox(owner: string): { held: number; put: (body: string) => void } {
  const [held, setHeld] = useState(0);
  const send = useCallback(async () => {
    for (const { answer } of await sendOut(owner)) {
      const [refused] = Object.values(answer as Record<string, { __typename?: string }>).map((each) => refusalIn(each)?.reasons[0]?.message).filter((words) => words !== undefined);
      if (refused) toast(refused, { tone: 'warning' });
    }
    const { count, troubles } = await waiting(owner);
    setHeld(count);
    if (troubles[0]) toast(troubles[0], { tone: 'warning' });
  }, [owner]);
  useEffect(() => {
    const again = () => { send().catch(() => undefined); };
    again();
    const timer = window.setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [send]);
  const put = (body: string) => {
    putOut({ id: ownId(), owner, body }).then(send).catch((error: unknown) => toast(error instanceof Error ? error.message : String(error), { tone: 'warning' }));
  };
  return { held, put };
}
