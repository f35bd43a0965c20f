import { useState } from 'react';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Choice } from '@promenade/ui/choice';
import { DateField, Select, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { endDocument, lookBackDocument, planDocument, startDocument } from './episodes.graphql.ts';
import type { LookBackDue, Stay } from './stay-page.tsx';
import { words } from './words.ts';

/** Says that it was written down and closes, unless it was refused. */
export function afterwards(onClose: () => void, said: string = words.saved) {
  return ({ answer }: { answer: { __typename: string } }) => {
    if (answer.__typename === 'Refused') return;
    toast(said);
    onClose();
  };
}

export const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

export function useToday(): string {
  const { home: { zone } } = useMe();
  return dayIn(zone, new Date());
}

export function StartForm({ stay, onClose }: { stay: Stay; onClose: () => void }) {
  const today = useToday();
  const [id] = useState(ownId);
  const [draft, setDraft] = useState({ kind: stay.shortStay ? 'short stay' : 'living here', purpose: '', willProvide: '', willNotProvide: '', discussedWith: '', discussedOn: today, personSaid: '', referredOn: '', referredBy: '', beganOn: today, hopedEndOn: '', firstReviewOn: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(startDocument, { onAnswer: afterwards(onClose) });
  const save = () => tell.mutate({ input: { ...draft, id, residentId: stay.residentId, referredOn: draft.referredOn || null, referredBy: draft.referredBy || null, hopedEndOn: draft.hopedEndOn || null, firstReviewOn: draft.firstReviewOn || null, discussedOn: draft.discussedOn || today, beganOn: draft.beganOn || today } });
  return (
    <FormSheet title={words.start} save={words.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <TextArea label={words.purpose} hint={words.purposeHint} rows={2} maxLength={1000} value={draft.purpose} onValue={(purpose) => change({ purpose })} />
      <TextArea label={words.will} hint={words.willHint} rows={3} maxLength={2000} value={draft.willProvide} onValue={(willProvide) => change({ willProvide })} />
      <TextArea label={words.willNot} hint={words.willNotHint} rows={3} maxLength={2000} value={draft.willNotProvide} onValue={(willNotProvide) => change({ willNotProvide })} />
      <TextField label={words.discussedWith} maxLength={300} value={draft.discussedWith} onValue={(discussedWith) => change({ discussedWith })} />
      <TextArea label={words.said} hint={words.saidHint} rows={2} maxLength={1000} value={draft.personSaid} onValue={(personSaid) => change({ personSaid })} />
      <Choice legend={words.kind} options={options(words.kinds)} value={draft.kind} onValue={(kind) => change({ kind })} />
      <DateField label={words.referredOn} optional value={draft.referredOn} onValue={(referredOn) => change({ referredOn })} />
      <TextField label={words.referredBy} optional maxLength={300} value={draft.referredBy} onValue={(referredBy) => change({ referredBy })} />
      <DateField label={words.beganOn} value={draft.beganOn} onValue={(beganOn) => change({ beganOn })} />
      <DateField label={words.discussedOn} value={draft.discussedOn} onValue={(discussedOn) => change({ discussedOn })} />
      <DateField label={words.hopedEnd} hint={words.hopedEndHint} optional={draft.kind !== 'short stay'} value={draft.hopedEndOn} onValue={(hopedEndOn) => change({ hopedEndOn })} />
      <DateField label={words.firstReview} hint={words.firstReviewHint} optional value={draft.firstReviewOn} onValue={(firstReviewOn) => change({ firstReviewOn })} />
    </FormSheet>
  );
}

type Episode = NonNullable<Stay['episode']>;

export function PlanForm({ episode, onClose }: { episode: Episode; onClose: () => void }) {
  const [id] = useState(ownId);
  const [before] = episode.plans;
  const [draft, setDraft] = useState({ myself: before?.myself ?? '', help: before?.help ?? '', equipment: before?.equipment ?? '', whoToCall: before?.whoToCall ?? '', appointments: before?.appointments ?? '', ifWorse: before?.ifWorse ?? '', say: '' });
  const tell = useTell(planDocument, { onAnswer: afterwards(onClose) });
  const parts = Object.entries(words.planParts) as [keyof typeof words.planParts, string][];
  return (
    <FormSheet title={words.plan} save={words.save} onClose={onClose} onSave={() => tell.mutate({ input: { id, episodeId: episode.id, ...draft } })} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <p>{words.planHint}</p>
      {parts.map(([part, name]) => <TextArea key={part} label={name} rows={2} maxLength={2000} value={draft[part]} onValue={(value) => setDraft({ ...draft, [part]: value })} />)}
      <TextArea label={words.planSay} rows={2} maxLength={1000} value={draft.say} onValue={(say) => setDraft({ ...draft, say })} />
    </FormSheet>
  );
}

export function EndForm({ episode, onClose }: { episode: Episode; onClose: () => void }) {
  const today = useToday();
  const [id] = useState(ownId);
  const [draft, setDraft] = useState({ endedOn: today, result: '', say: '', wentTo: '', wentWords: '', noPlanWhy: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(endDocument, { onAnswer: afterwards(onClose) });
  const save = () => tell.mutate({ input: { ...draft, id, episodeId: episode.id, endedOn: draft.endedOn || today, wentWords: draft.wentWords || null, noPlanWhy: draft.noPlanWhy || null } });
  return (
    <FormSheet title={words.endTitle} save={words.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <TextArea label={words.endSay} hint={words.saidHint} rows={3} maxLength={1000} value={draft.say} onValue={(say) => change({ say })} />
      <Choice legend={words.endResult} options={options(words.endResults)} value={draft.result} onValue={(result) => change({ result })} />
      <Select label={words.wentTo} options={options(words.wentTos)} value={draft.wentTo} onValue={(wentTo) => change({ wentTo })} />
      <TextField label={words.wentWords} optional maxLength={500} value={draft.wentWords} onValue={(wentWords) => change({ wentWords })} />
      <DateField label={words.endedOn} value={draft.endedOn} onValue={(endedOn) => change({ endedOn })} />
      {episode.plans.length === 0 && <TextArea label={words.noPlanWhy} hint={words.noPlanHint} rows={2} maxLength={1000} value={draft.noPlanWhy} onValue={(noPlanWhy) => change({ noPlanWhy })} />}
    </FormSheet>
  );
}

export function LookBackForm({ look, onClose }: { look: LookBackDue; onClose: () => void }) {
  const [id] = useState(ownId);
  const [draft, setDraft] = useState({ state: 'looked at', spokeWith: '', say: '', stillDoes: '', lost: '', nextStep: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(lookBackDocument, { onAnswer: afterwards(onClose) });
  const isLooked = draft.state === 'looked at';
  const save = () => tell.mutate({ input: { id, episodeId: look.episodeId, weeks: look.weeks, state: draft.state, spokeWith: draft.spokeWith, say: draft.say || null, stillDoes: isLooked ? draft.stillDoes || null : null, lost: isLooked ? draft.lost || null : null, nextStep: draft.nextStep || null } });
  return (
    <FormSheet title={words.lookBack(look.weeks)} save={words.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <p>{words.lookBackTo(look.weeks, sayDay(look.dueOn))}</p>
      <Choice legend={words.lookState} options={options(words.lookStates)} value={draft.state} onValue={(state) => change({ state })} />
      <TextField label={words.lookWith} hint={words.lookWithHint} maxLength={300} value={draft.spokeWith} onValue={(spokeWith) => change({ spokeWith })} />
      <TextArea label={words.lookSay} optional={draft.state === 'not reached'} rows={3} maxLength={1000} value={draft.say} onValue={(say) => change({ say })} />
      {isLooked && <TextArea label={words.lookStill} optional rows={2} maxLength={1000} value={draft.stillDoes} onValue={(stillDoes) => change({ stillDoes })} />}
      {isLooked && <TextArea label={words.lookLost} optional rows={2} maxLength={1000} value={draft.lost} onValue={(lost) => change({ lost })} />}
      <TextArea label={words.lookNext} optional rows={2} maxLength={1000} value={draft.nextStep} onValue={(nextStep) => change({ nextStep })} />
    </FormSheet>
  );
}
