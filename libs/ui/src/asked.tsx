/** The three faces of a question: waiting, failed with a way to try again, answered. */
import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { Spinner } from './progress.tsx';
import type { RequestError } from './request.ts';
import { words } from './words.ts';

/** What has been asked, whichever cache it is kept in. */
type Question<Answer> = { readonly data: Answer | undefined; readonly error: RequestError | null; readonly isFetching: boolean; readonly refetch: () => unknown };

/** An old answer stays on the screen when asking again fails; the failure is said above it. */
export function Asked<Answer>({ of, children }: { of: Question<Answer>; children: (answer: Answer) => ReactNode }) {
  return (
    <>
      {of.error && <Failed error={of.error} again={() => void of.refetch()} busy={of.isFetching} />}
      {of.data !== undefined ? children(of.data) : !of.error && <Spinner />}
    </>
  );
}

/** What went wrong, in words, with a button to try again; nothing when nothing did. */
export function Failed({ error, again, busy }: { error: RequestError | null | undefined; again?: () => void; busy?: boolean }) {
  if (!error) return null;
  return (
    <Notice
      kind="warning"
      live="now"
      actions={
        again && (
          <Button onClick={again} busy={busy} icon={<RotateCw />}>
            {words.tryAgain}
          </Button>
        )
      }
    >
      {error.message}
    </Notice>
  );
}
