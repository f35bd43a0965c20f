import { useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { TextArea } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { type OnePromise, whoMayLetGo } from './promise.ts';
import { enoughDocument, releaseDocument } from './promises.graphql.ts';
import { words } from './words.ts';

/** The person, or whoever may decide for them, lets go of a promise or calls it enough. */
export function EndForm({ promise, how, onClose }: { promise: OnePromise; how: 'released' | 'enough'; onClose: () => void }) {
  const [whose, setWhose] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const tell = useTell(how === 'released' ? releaseDocument : enoughDocument, { onAnswer: ({ ended }) => {
    if (ended.__typename === 'Refused') return;
    onClose();
    toast();
  } });
  const supporter = promise.deciders.find(({ supporterId }) => supporterId === whose);
  const save = () => tell.mutate({ input: { promiseId: promise.id, words: said, by: supporter ? 'a supporter' : (whose ?? ''), supporterId: supporter?.supporterId ?? null } });
  return (
    <Dialog open onClose={onClose} kind="sheet" title={how === 'released' ? words.releaseTitle : words.enoughTitle} actions={<Button kind="primary" busy={tell.isPending} onClick={save}>{words.saveEnd[how]}</Button>}>
      <Stack gap={4}>
        <p>{words.endLead}</p>
        <RefusedNotice refused={refusalIn(tell.data?.ended)} />
        <Failed error={tell.error} />
        <Choice legend={words.whose} layout="list" value={whose} onValue={setWhose} options={whoMayLetGo(promise)} />
        <TextArea label={words.inTheirWords} rows={3} value={said} onValue={setSaid} />
      </Stack>
    </Dialog>
  );
}
