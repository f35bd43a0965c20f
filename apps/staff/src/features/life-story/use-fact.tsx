import { useState } from 'react';
import { Choice, ChoiceMany } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { Failed } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { Select, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { activitiesDocument, avoidDocument, endTopicDocument, forOutcomeDocument, likeDocument, wishDocument } from './life-story.graphql.ts';
import type { Fact, Person, Topic } from './life-story.ts';
import { optionsOf, words } from './words.ts';

type FromFact = { person: Person; fact: Fact; onClose: () => void };

const done = (onClose: () => void) => {
  toast();
  onClose();
};

export function LikeForm({ person, fact, onClose }: FromFact) {
  const activities = useAsk(activitiesDocument);
  const [activityId, setActivityId] = useState('');
  const [value, setValue] = useState('60');
  const [because, setBecause] = useState(fact.words);
  const [tried, setTried] = useState(false);
  const tell = useTell(likeDocument, { onAnswer: () => done(onClose) });
  function save(): void {
    setTried(true);
    if (activityId !== '') tell.mutate({ input: { residentId: person.id, activityId, lifeFactId: fact.id, value: Number(value), because } });
  }
  return (
    <FormSheet title={words.likeTitle} onClose={onClose} onSave={save} busy={tell.isPending} error={tell.error}>
      <Notice>{words.from(fact.words)}</Notice>
      <Select label={words.activity} value={activityId} onValue={setActivityId} error={tried && activityId === '' ? words.noActivity : null} options={(activities.data?.activities ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      <Choice legend={words.much} layout="list" value={value} onValue={setValue} options={optionsOf(words.muchs).toReversed()} />
      <TextArea label={words.because} rows={3} value={because} onValue={setBecause} />
    </FormSheet>
  );
}

export function WishForm({ person, fact, onClose }: FromFact) {
  const [id] = useState(ownId);
  const [wish, setWish] = useState('');
  const tell = useTell(wishDocument, { onAnswer: ({ catchWish }) => (catchWish.__typename === 'Refused' ? undefined : done(onClose)) });
  return (
    <FormSheet title={words.wishTitle} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.catchWish)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, residentId: person.id, words: wish, lifeFactId: fact.id } })}>
      <Notice>{words.from(fact.words)}</Notice>
      <TextArea label={words.wishWhat} hint={words.wishHint} rows={3} value={wish} onValue={setWish} />
    </FormSheet>
  );
}

export function OutcomeLink({ person, fact, onClose }: FromFact) {
  const [outcomeId, setOutcomeId] = useState(person.outcomes[0]?.id ?? '');
  const tell = useTell(forOutcomeDocument, { onAnswer: () => done(onClose) });
  if (person.outcomes.length === 0) {
    return (
      <Dialog open onClose={onClose} title={words.outcomeTitle} actions={<LinkButton kind="primary" href={`/people/${person.id}/outcomes`}>{words.toOutcomes}</LinkButton>}>
        <p>{words.noOutcomes}</p>
      </Dialog>
    );
  }
  return (
    <FormSheet title={words.outcomeTitle} onClose={onClose} busy={tell.isPending} error={tell.error} onSave={() => tell.mutate({ input: { lifeFactId: fact.id, outcomeId } })}>
      <Notice>{words.from(fact.words)}</Notice>
      <Choice legend={words.outcomeWhich} layout="list" value={outcomeId} onValue={setOutcomeId} options={person.outcomes.map((each) => ({ value: each.id, label: each.words }))} />
    </FormSheet>
  );
}

/** What to steer clear of, what to do if it comes up, and what plans leave out because of it. */
export function AvoidForm({ person, fact, onClose }: { person: Person; fact: Fact | null; onClose: () => void }) {
  const activities = useAsk(activitiesDocument);
  const [id] = useState(ownId);
  const [topic, setTopic] = useState('');
  const [instead, setInstead] = useState('');
  const [why, setWhy] = useState(fact?.words ?? '');
  const [activityIds, setActivityIds] = useState<string[]>([]);
  const [kinds, setKinds] = useState<string[]>([]);
  const [toldBy, setToldBy] = useState(fact?.toldBy ?? person.preferredName);
  const [toldHow, setToldHow] = useState(fact && fact.toldHow in words.how ? fact.toldHow : 'told us');
  const tell = useTell(avoidDocument, { onAnswer: ({ avoidTopic }) => (avoidTopic.__typename === 'Refused' ? undefined : done(onClose)) });
  const offered = activities.data?.activities ?? [];
  return (
    <FormSheet title={words.topicTitle} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.avoidTopic)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, residentId: person.id, lifeFactId: fact?.id ?? null, words: topic, instead, why, activityIds, kinds, toldBy, toldHow } })}>
      <TextField label={words.topicWords} hint={words.topicWordsHint} value={topic} onValue={setTopic} />
      <TextArea label={words.instead} hint={words.insteadHint} optional rows={2} value={instead} onValue={setInstead} />
      <TextArea label={words.why} hint={words.whyHint} optional rows={3} value={why} onValue={setWhy} />
      <ChoiceMany legend={words.kinds} values={kinds} onValues={setKinds} options={[...new Set(offered.map(({ kind }) => kind))].toSorted().map((kind) => ({ value: kind, label: kind.charAt(0).toUpperCase() + kind.slice(1) }))} />
      <ChoiceMany legend={words.keepOut} hint={words.keepOutHint} layout="list" values={activityIds} onValues={setActivityIds} options={offered.map((each) => ({ value: each.id, label: each.name }))} />
      <Choice legend={words.toldHow} layout="list" value={toldHow} onValue={setToldHow} options={optionsOf(words.how)} />
      <TextField label={words.toldBy} value={toldBy} onValue={setToldBy} />
    </FormSheet>
  );
}

export function EndTopic({ topic, onClose }: { topic: Topic; onClose: () => void }) {
  const [why, setWhy] = useState('');
  const tell = useTell(endTopicDocument, { onAnswer: ({ endTopic }) => (endTopic.__typename === 'Refused' ? undefined : done(onClose)) });
  return (
    <Dialog open onClose={onClose} title={words.endTitle(topic.words)} actions={
      <>
        <Button onClick={onClose}>{shared.cancel}</Button>
        <Button kind="primary" busy={tell.isPending} onClick={() => tell.mutate({ id: topic.id, why })}>{words.endTopic}</Button>
      </>
    }>
      <Stack>
        <TextArea label={words.endWhy} rows={2} value={why} onValue={setWhy} />
        <RefusedNotice refused={refusalIn(tell.data?.endTopic)} />
        <Failed error={tell.error} />
      </Stack>
    </Dialog>
  );
}
