import { useState } from 'react';
import { TextArea } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import type { OnePromise } from './promise.ts';
import { askedDocument } from './promises.graphql.ts';
import { words } from './words.ts';

/** After three times no: it is still wanted, or it will be offered in another way. */
export function AskedForm({ promise, answer, onClose }: { promise: OnePromise; answer: 'still wanted' | 'offer it otherwise'; onClose: () => void }) {
  const [said, setSaid] = useState('');
  const tell = useTell(askedDocument, { onAnswer: ({ asked }) => {
    if (asked.__typename === 'Refused') return;
    onClose();
    toast();
  } });
  return (
    <FormSheet title={words.asked.title[answer] ?? ''} save={words.asked.save} onClose={onClose} onSave={() => tell.mutate({ promiseId: promise.id, answer, words: said })} busy={tell.isPending} refused={refusalIn(tell.data?.asked)} error={tell.error}>
      <TextArea label={words.asked.what[answer]} hint={words.asked.hint[answer]} rows={3} value={said} onValue={setSaid} dir="auto" />
    </FormSheet>
  );
}
