import { useState } from 'react';
import { CLAIM_COUNTS, CLAIM_FOR, CLAIM_OF, CLAIM_PLACES } from '@promenade/domain/promises/claim';
import { NOT_RUN_REASONS } from '@promenade/domain/promises/happened';
import { Choice } from '@promenade/ui/choice';
import { DateField, Select, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { activitiesDocument, addClaimDocument, endClaimDocument, explainClaimDocument } from './standing.graphql.ts';
import { claimWords as say } from './standing-words.ts';
import { words } from './words.ts';

const optionsOf = (values: readonly string[], called: Record<string, string>) => values.map((value) => ({ value, label: called[value] ?? value }));

/** Closes when it was saved, and stays with its refusal when it was not. */
const closing = (onClose: () => void) => ({ answer }: { answer: { __typename: string } }) => {
  if (answer.__typename === 'Refused') return;
  onClose();
  toast();
};

export function AddClaim({ onClose }: { onClose: () => void }) {
  const [id] = useState(ownId);
  const [said, setSaid] = useState({ words: '', saidIn: 'brochure', since: '', perWeek: '', counts: 'days', forWhom: 'the home', of: 'outings', activityId: '' });
  const [tried, setTried] = useState(false);
  const activities = useAsk(activitiesDocument);
  const tell = useTell(addClaimDocument, { onAnswer: closing(onClose) });
  const put = (more: Partial<typeof said>) => setSaid({ ...said, ...more });
  function save(): void {
    setTried(true);
    if (said.since === '' || said.perWeek === '') return;
    tell.mutate({ input: { ...said, id, perWeek: Math.round(Number(said.perWeek)) || 0, activityId: said.of === 'one activity' ? said.activityId || null : null } });
  }
  return (
    <FormSheet title={say.form.title} save={say.form.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <TextArea label={say.form.words} hint={say.form.wordsHint} rows={2} value={said.words} onValue={(text) => put({ words: text })} />
      <Select label={say.form.saidIn} value={said.saidIn} onValue={(saidIn) => put({ saidIn })} options={optionsOf(CLAIM_PLACES, say.form.places)} />
      <DateField label={say.form.since} value={said.since} onValue={(since) => put({ since })} error={tried && said.since === '' ? say.form.missing : null} />
      <Choice legend={say.form.of} value={said.of} onValue={(of) => put({ of })} options={optionsOf(CLAIM_OF, say.form.ofs)} />
      {said.of === 'one activity' && <Select label={say.form.activity} value={said.activityId} onValue={(activityId) => put({ activityId })} options={(activities.data?.activities ?? []).map((each) => ({ value: each.id, label: each.name }))} />}
      <TextField label={say.form.perWeek} hint={say.form.perWeekHint} inputMode="numeric" value={said.perWeek} onValue={(perWeek) => put({ perWeek })} error={tried && said.perWeek === '' ? say.form.missing : null} />
      <Choice legend={say.form.counts} value={said.counts} onValue={(counts) => put({ counts })} options={optionsOf(CLAIM_COUNTS, say.form.countses)} />
      <Choice legend={say.form.forWhom} value={said.forWhom} onValue={(forWhom) => put({ forWhom })} options={optionsOf(CLAIM_FOR, say.form.forWhoms)} />
    </FormSheet>
  );
}

export function EndClaim({ id, today, onClose }: { id: string; today: string; onClose: () => void }) {
  const [said, setSaid] = useState({ on: today, words: '' });
  const tell = useTell(endClaimDocument, { onAnswer: closing(onClose) });
  return (
    <FormSheet title={say.endTitle} onClose={onClose} onSave={() => said.on !== '' && tell.mutate({ id, ...said })} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <DateField label={say.endOn} value={said.on} onValue={(on) => setSaid({ ...said, on })} />
      <TextArea label={say.endWhy} rows={2} value={said.words} onValue={(text) => setSaid({ ...said, words: text })} />
    </FormSheet>
  );
}

export function ExplainWeek({ claimId, weekStarts, onClose }: { claimId: string; weekStarts: string; onClose: () => void }) {
  const [said, setSaid] = useState({ reason: null as string | null, words: '', answers: '' });
  const tell = useTell(explainClaimDocument, { onAnswer: closing(onClose) });
  return (
    <FormSheet title={say.explainTitle(weekStarts)} onClose={onClose} onSave={() => tell.mutate({ input: { claimId, weekStarts, ...said, reason: said.reason ?? '' } })} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <Choice legend={say.reason} value={said.reason} onValue={(reason) => setSaid({ ...said, reason })} options={optionsOf(NOT_RUN_REASONS, words.reasons)} />
      <TextField label={say.inWords} optional={said.reason !== 'other'} value={said.words} onValue={(text) => setSaid({ ...said, words: text })} />
      <TextField label={say.answers} hint={words.answersHint} value={said.answers} onValue={(answers) => setSaid({ ...said, answers })} />
    </FormSheet>
  );
}
