import { useState } from 'react';
import { NOT_RUN_REASONS } from '@promenade/domain/day/attendance';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { Checkbox, DateField, TextField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import type { OnePromise } from './promise.ts';
import { explainDocument } from './promises.graphql.ts';
import { words } from './words.ts';

/** Why it was not kept, who answers for it, and when it will be. */
export function ExplainForm({ promise, onClose }: { promise: OnePromise; onClose: () => void }) {
  const [said, setSaid] = useState({ reason: null as string | null, words: '', answers: '', newDate: '', whyNoDate: '' });
  const [hasNoDate, setNoDate] = useState(false);
  const tell = useTell(explainDocument, { onAnswer: ({ explainPromise: answer }) => {
    if (answer.__typename === 'Refused') return;
    onClose();
    toast();
  } });
  const save = () => tell.mutate({ input: { ...said, promiseId: promise.id, newDate: hasNoDate ? null : said.newDate || null, whyNoDate: hasNoDate ? said.whyNoDate : null } });
  return (
    <Dialog open onClose={onClose} kind="sheet" title={words.explainTitle} actions={<Button kind="primary" busy={tell.isPending} onClick={save}>{words.saveExplanation}</Button>}>
      <Stack gap={4}>
        <p>{words.explainLead(promise.dueOn)}</p>
        <RefusedNotice refused={refusalIn(tell.data?.explainPromise)} />
        <Failed error={tell.error} />
        <Choice legend={words.reason} value={said.reason} onValue={(reason) => setSaid({ ...said, reason })} options={NOT_RUN_REASONS.map((value) => ({ value: value, label: words.reasons[value] ?? value }))} />
        <TextField label={words.inWords} optional={said.reason !== 'other'} value={said.words} onValue={(text) => setSaid({ ...said, words: text })} />
        <TextField label={words.answers} hint={words.answersHint} value={said.answers} onValue={(answers) => setSaid({ ...said, answers })} />
        {!hasNoDate && <DateField label={words.newDate} value={said.newDate} onValue={(newDate) => setSaid({ ...said, newDate })} />}
        <Checkbox label={words.noDateYet} checked={hasNoDate} onValue={setNoDate} />
        {hasNoDate && <TextField label={words.whyNoDate} value={said.whyNoDate} onValue={(whyNoDate) => setSaid({ ...said, whyNoDate })} />}
      </Stack>
    </Dialog>
  );
}
