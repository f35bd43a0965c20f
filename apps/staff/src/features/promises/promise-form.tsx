import { useState } from 'react';
import { wholeName } from '@promenade/domain/people/name';
import { Choice, ChoiceMany } from '@promenade/ui/choice';
import { DateField, Select, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import type { Wish } from './promise.ts';
import { makeDocument } from './promises.graphql.ts';
import styles from './promises.module.css';
import { activitiesDocument, makeStandingDocument, peopleDocument } from './standing.graphql.ts';
import { words } from './words.ts';

type Begun = Pick<Wish, 'id' | 'residentId' | 'residentName' | 'words' | 'level' | 'activityId'>;

/** A promise of a wish, once by a day or again and again; without a wish it is a standing one for whoever is chosen. Nothing is promised blind. */
export function PromiseForm({ wish = null, onClose }: { wish?: Begun | null; onClose: () => void }) {
  const [said, setSaid] = useState({ words: wish?.words ?? '', level: wish?.level ?? 'taking part', dueOn: '', since: '', madeTo: wish?.residentName ?? '', found: '', activityId: wish?.activityId ?? '', residentId: wish?.residentId ?? '' });
  const [often, setOften] = useState<'once' | 'again'>(wish ? 'once' : 'again');
  const [round, setRound] = useState({ repeats: 'every week', days: [] as number[] });
  const [tried, setTried] = useState(false);
  const [known, setKnown] = useState({ when: '', whoGoes: '', vehicle: '' });
  const [activities, people] = [useAsk(activitiesDocument), useAsk(peopleDocument, {}, { when: wish === null })];
  const done = (answer: { __typename: string }) => {
    if (answer.__typename === 'Refused') return;
    onClose();
    toast();
  };
  const once = useTell(makeDocument, { onAnswer: ({ makePromise }) => done(makePromise) });
  const again = useTell(makeStandingDocument, { onAnswer: ({ makeStandingPromise }) => done(makeStandingPromise) });
  const tell = often === 'once' ? once : again;
  const goesByDate = round.repeats === 'every month' || round.repeats === 'every year';
  function save(): void {
    const { dueOn, since, activityId, ...rest } = said;
    const feasible = { when: known.when, whoGoes: known.whoGoes.split(',').map((name) => name.trim()).filter(Boolean), vehicle: known.vehicle || null };
    const input = { ...rest, activityId: activityId || null, wishId: wish?.id ?? null, feasible };
    setTried(true);
    if (said.residentId === '') return;
    if (often === 'once' && dueOn !== '') once.mutate({ input: { ...input, dueOn } });
    if (often === 'again' && since !== '') again.mutate({ input: { ...input, since, repeats: round.repeats, days: goesByDate ? [] : round.days } });
  }
  const put = (more: Partial<typeof said>) => setSaid({ ...said, ...more });
  const living = (people.data?.residents ?? []).filter(({ status }) => status !== 'died' && status !== 'moved out');
  return (
    <FormSheet title={words.promiseTitle} save={words.savePromise} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(once.data?.makePromise) ?? refusalIn(again.data?.makeStandingPromise)} error={tell.error}>
      {!wish && <Select label={words.forWhom} error={tried && said.residentId === '' ? words.noPerson : null} value={said.residentId} onValue={(residentId) => put({ residentId, madeTo: living.find(({ id }) => id === residentId)?.preferredName ?? '' })} options={living.map((person) => ({ value: person.id, label: wholeName(person) }))} />}
      <TextField label={words.promiseWhat} value={said.words} onValue={(text) => put({ words: text })} />
      {wish && <Choice legend={words.howOften} value={often} onValue={setOften} options={[{ value: 'once', label: words.once }, { value: 'again', label: words.again }]} />}
      {often === 'once' ? <DateField label={words.byWhen} value={said.dueOn} onValue={(dueOn) => put({ dueOn })} error={tried && said.dueOn === '' ? words.noDay : null} /> : (
        <>
          <Select label={words.repeats} value={round.repeats} onValue={(repeats) => setRound({ ...round, repeats })} options={Object.entries(words.repeatsOptions).map(([value, label]) => ({ value, label }))} />
          {!goesByDate && <ChoiceMany legend={words.days} layout="row" values={round.days} onValues={(days) => setRound({ ...round, days })} options={words.weekdays.map((label, n) => ({ value: n + 1, label }))} />}
          <DateField label={words.from} value={said.since} onValue={(since) => put({ since })} error={tried && said.since === '' ? words.noDay : null} />
        </>
      )}
      <Choice legend={words.level} value={said.level} onValue={(level) => put({ level })} options={Object.entries(words.levels).map(([value, label]) => ({ value, label }))} />
      <Select label={words.activity} hint={words.activityHint} optional value={said.activityId} onValue={(activityId) => put({ activityId })} options={(activities.data?.activities ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      <TextField label={words.toWhom} value={said.madeTo} onValue={(madeTo) => put({ madeTo })} />
      <TextArea label={words.found} hint={words.foundHint} rows={3} value={said.found} onValue={(found) => put({ found })} />
      <div className={styles.pair}>
        <TextField label={words.feasibleWhen} hint={words.whenHint} optional value={known.when} onValue={(when) => setKnown({ ...known, when })} />
        <TextField label={words.whoGoes} hint={words.whoGoesHint} optional value={known.whoGoes} onValue={(whoGoes) => setKnown({ ...known, whoGoes })} />
        <TextField label={words.vehicle} optional value={known.vehicle} onValue={(vehicle) => setKnown({ ...known, vehicle })} />
      </div>
      {often === 'once' && <p><a href="/can-we">{words.canWe}</a></p>}
    </FormSheet>
  );
}
