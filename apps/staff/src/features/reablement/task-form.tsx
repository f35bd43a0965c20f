import { useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { DateField, Select, TextField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { createTaskDocument } from './reablement.graphql.ts';
import { words } from './words.ts';

const RUNG_OPTIONS = shared.ladder.map((label, rung) => ({ value: String(rung), label }));

/** A task on the ladder: how it is now, what is hoped for, and by when. */
export function TaskForm({ residentId, onClose }: { residentId: string; onClose: () => void }) {
  const [id] = useState(ownId);
  const [said, setSaid] = useState({ name: '', startRung: '2', hopedRung: '5', hopedOn: '' });
  const tell = useTell(createTaskDocument, { onAnswer: ({ createLadderTask: answer }) => {
    if (answer.__typename === 'Refused') return;
    onClose();
    toast();
  } });
  const save = () => tell.mutate({ input: { id, residentId, name: said.name, startRung: Number(said.startRung), hopedRung: Number(said.hopedRung), hopedOn: said.hopedOn } });
  return (
    <Dialog open onClose={onClose} kind="sheet" title={words.formTitle} actions={<Button kind="primary" busy={tell.isPending} disabled={!said.hopedOn} onClick={save}>{words.save}</Button>}>
      <Stack gap={4}>
        <RefusedNotice refused={refusalIn(tell.data?.createLadderTask)} />
        <Failed error={tell.error} />
        <TextField label={words.name} hint={words.nameHint} value={said.name} onValue={(name) => setSaid({ ...said, name })} />
        <Select label={words.startRung} value={said.startRung} options={RUNG_OPTIONS} onValue={(startRung) => setSaid({ ...said, startRung })} />
        <Select label={words.hopedRung} value={said.hopedRung} options={RUNG_OPTIONS} onValue={(hopedRung) => setSaid({ ...said, hopedRung })} />
        <DateField label={words.hopedOn} value={said.hopedOn} onValue={(hopedOn) => setSaid({ ...said, hopedOn })} />
      </Stack>
    </Dialog>
  );
}
