import { useState } from 'react';
import { Choice } from '@promenade/ui/choice';
import { DateField, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { goalWords as words } from './goal-words.ts';
import type { Goal, Saying } from './levels.tsx';
import { afterwards } from './outcome-forms.tsx';
import { scoreGoalDocument } from './outcomes.graphql.ts';
import { words as page } from './words.ts';

/** Which of the five sentences it is: one tap for whose view, one for the sentence, one to save. */
export function ScoreForm({ goal, name, corrects, onClose }: { goal: Goal; name: string; corrects: Saying | null; onClose: () => void }) {
  const [id] = useState(ownId);
  const [draft, setDraft] = useState<{ rater: string; who: string; attained: number | null; said: string; on: string }>({ rater: corrects?.rater ?? 'person', who: corrects?.raterName ?? '', attained: null, said: '', on: corrects?.on ?? '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(scoreGoalDocument, { onAnswer: afterwards(onClose) });
  const { scale } = goal;
  if (!scale) return null;
  const save = () => {
    if (draft.attained === null) return;
    tell.mutate({ input: {
      id, outcomeId: goal.outcomeId, scaleId: scale.id, rater: draft.rater, raterName: draft.rater === 'family' ? draft.who : null, attained: draft.attained, on: draft.on || null, words: draft.said || null, correctsId: corrects?.id ?? null,
    } });
  };
  return (
    <FormSheet title={corrects ? words.correct : words.score} save={page.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      {corrects ? <Notice>{words.correcting(corrects.raterName, corrects.sentence)}</Notice> : <Choice legend={words.whose} options={words.raterChoices(name)} value={draft.rater} onValue={(rater) => change({ rater })} />}
      {draft.rater === 'family' && !corrects && <TextField label={words.who} maxLength={120} value={draft.who} onValue={(who) => change({ who })} />}
      <Choice layout="list" legend={words.which} options={scale.levels.map((label, n) => ({ value: n - 2, label })).toReversed()} value={draft.attained} onValue={(attained) => change({ attained })} />
      <TextArea label={words.theirWords} optional rows={2} maxLength={1000} value={draft.said} onValue={(said) => change({ said })} />
      <DateField label={words.onDay} optional value={draft.on} onValue={(on) => change({ on })} />
    </FormSheet>
  );
}
