import { useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { TextArea } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import type { OnePromise } from './promise.ts';
import { answerDocument } from './promises.graphql.ts';
import { words } from './words.ts';

/** The manager's answer to somebody who says that it was not so. It joins the history, and they can read it. */
export function AnswerForm({ promise, onClose }: { promise: OnePromise; onClose: () => void }) {
  const [said, setSaid] = useState('');
  const tell = useTell(answerDocument, { onAnswer: ({ answerDispute: answer }) => {
    if (answer.__typename === 'Refused') return;
    onClose();
    toast();
  } });
  return (
    <Dialog open onClose={onClose} title={words.answerTitle} actions={<Button kind="primary" busy={tell.isPending} onClick={() => tell.mutate({ promiseId: promise.id, words: said })}>{words.saveAnswer}</Button>}>
      <Stack gap={4}>
        {promise.history.filter(({ kind }) => kind === 'disputed').slice(-1).map((each) => <p key={each.id}>{each.words}</p>)}
        <RefusedNotice refused={refusalIn(tell.data?.answerDispute)} />
        <Failed error={tell.error} />
        <TextArea label={words.yourAnswer} rows={3} value={said} onValue={setSaid} />
      </Stack>
    </Dialog>
  );
}
