import { useState } from 'react';
import { useLocation } from 'wouter';
import { NOT_RUN_REASONS } from '@promenade/domain/day/attendance';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { TextField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { notRunDocument } from './day.graphql.ts';
import { words } from './words.ts';

/** Why a session did not take place, and who answers for it. */
export function NotRunDialog({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const [, go] = useLocation();
  const [said, setSaid] = useState({ id: ownId(), reason: null as string | null, words: '', answers: '' });
  const change = (more: Partial<typeof said>) => setSaid({ ...said, ...more, id: ownId() });
  const tell = useTell(notRunDocument, { onAnswer: ({ recordSessionNotRun: answer }) => {
    if (answer.__typename === 'Refused') return;
    toast();
    go('/');
  } });
  return (
    <Dialog open onClose={onClose} title={words.notRun} kind="sheet"
      actions={<Button kind="primary" busy={tell.isPending} onClick={() => tell.mutate({ input: { ...said, sessionId } })}>{words.saveNotRun}</Button>}>
      <Stack gap={4}>
        <p>{words.notRunLead}</p>
        <RefusedNotice refused={refusalIn(tell.data?.recordSessionNotRun)} />
        <Failed error={tell.error} />
        <Choice legend={words.why} value={said.reason} onValue={(reason) => change({ reason })} options={NOT_RUN_REASONS.map((value) => ({ value: value, label: words.reasons[value] ?? value }))} />
        <TextField label={words.inWords} optional={said.reason !== 'other'} value={said.words} onValue={(text) => change({ words: text })} />
        <TextField label={words.answers} hint={words.answersHint} value={said.answers} onValue={(answers) => change({ answers })} />
      </Stack>
    </Dialog>
  );
}
