/** A form over the page: what was refused or failed is said at its foot and brought into sight, and nothing typed is lost. */
import type { ReactNode, SyntheticEvent } from 'react';
import { useEffect, useId, useRef } from 'react';
import { Failed } from './asked.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Stack } from './layout.tsx';
import { RefusedNotice } from './notice.tsx';
import type { Refused, RequestError } from './request.ts';
import { words } from './words.ts';

export function FormSheet({ title, save = words.save, onClose, onSave, busy, refused, error, children }: {
  title: string;
  /** What the button says. */
  save?: string;
  onClose: () => void;
  onSave: () => void;
  busy: boolean;
  refused?: Refused | null;
  error: RequestError | null;
  children: ReactNode;
}) {
  const id = useId();
  const answer = useRef<HTMLDivElement>(null);
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
        <Button onClick={onClose}>{words.cancel}</Button>
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
