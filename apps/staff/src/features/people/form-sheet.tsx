import type { ReactNode, SyntheticEvent } from 'react';
import { useEffect, useId, useRef } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import type { Refused, RequestError } from '@promenade/ui/request.ts';
import { words as shared } from '@promenade/ui/words.ts';
import { words } from './words.ts';

/** A form over the person's page: what was refused or failed is said at its foot, and nothing typed is lost. */
export function FormSheet({ title, onClose, onSave, busy, refused, error, save = words.save, children }: {
  title: string;
  onClose: () => void;
  onSave: () => void;
  busy: boolean;
  refused?: Refused | null;
  error: RequestError | null;
  /** What the button says. */
  save?: string;
  children: ReactNode;
}) {
  const id = useId();
  const answer = useRef<HTMLDivElement>(null);
  // A long form: whoever pressed Save at the foot of the sheet is taken to the reasons.
  useEffect(() => {
    if (refused || error) answer.current?.scrollIntoView({ block: 'center' });
  }, [refused, error]);
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (!busy) onSave();
  }
  return (
    <Dialog open kind="sheet" onClose={onClose} title={title} actions={
      <>
        <Button onClick={onClose}>{shared.cancel}</Button>
        <Button kind="primary" type="submit" form={id} busy={busy}>{save}</Button>
      </>
    }>
      <form id={id} onSubmit={submit} noValidate>
        <Stack gap={4}>
          {children}
          <div ref={answer}>
            <RefusedNotice refused={refused} />
            <Failed error={error} />
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
