import { useEffect, useId, useRef } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import type { Refused, RequestError } from '@promenade/ui/request.ts';
import { words as shared } from '@promenade/ui/words.ts';
import { words } from './words.ts';

/** A form over the page; what was refused is said at its foot, and nothing typed is lost. */
export function SheetForm({ title, onClose, onSave, busy, refused, error, problem, children }: {
  title: string; onClose: () => void; onSave: () => void; busy: boolean; refused: Refused | null; error: RequestError | null;
  /** What this device already knows is wrong. */
  problem?: string | null;
  children: ReactNode;
}) {
  const id = useId();
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused || error || problem) answer.current?.scrollIntoView({ block: 'center' });
  }, [refused, error, problem]);
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (!busy) onSave();
  }
  return (
    <Dialog open kind="sheet" onClose={onClose} title={title} actions={
      <>
        <Button onClick={onClose}>{shared.cancel}</Button>
        <Button kind="primary" type="submit" form={id} busy={busy}>{words.form.save}</Button>
      </>
    }>
      <form id={id} onSubmit={submit} noValidate>
        <Stack gap={4}>
          {children}
          <div ref={answer}>
            <RefusedNotice refused={problem ? { reasons: [{ code: 'HERE', message: problem }] } : refused} />
            <Failed error={error} />
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
