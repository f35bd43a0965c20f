import { ArrowLeft, Plus } from 'lucide-react';
import type { SyntheticEvent } from 'react';
import { useLocation, useParams } from 'wouter';
import { addDays, sayDay } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice } from '@promenade/ui/choice';
import { DateField, TextArea, TextField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { Unseen } from '@promenade/ui/unseen';
import { useMe } from '../../app/me.ts';
import { useWriting } from '../../app/writing.ts';
import { useToday } from './episode-forms.tsx';
import { holdDocument, pictureDocument } from './episodes.graphql.ts';
import styles from './episodes.module.css';
import { Happened, Levels, type Picture } from './happened.tsx';
import { Reasons, type Stay } from './stay-page.tsx';
import { words } from './words.ts';

type OutcomeSince = Picture['outcomes'][number];
type Result = { id: string; result: string; say: string; nextOn: string; newWords: string; newWhy: string };
type Action = { key: string; what: string; who: string; byDate: string };
type Draft = { present: string; say: string; enjoyed: string; supportSay: string; homeSay: string; nextOn: string; hopedEndOn: string };

const FOUR_WEEKS = 28;
const RESULTS = Object.entries(words.resultNames).map(([value, label]) => ({ value, label, hint: words.resultHints[value] }));

/** One sitting: what has happened, then outcome by outcome with the person's own words, then what changes. */
export function SittingPage() {
  const { id = '' } = useParams();
  const asked = useAsk(pictureDocument, { residentId: id });
  return <Asked of={asked}>{({ reviewPicture, stayOf }) => <SittingView picture={reviewPicture} stay={stayOf} />}</Asked>;
}

type Sitting = { readonly id: string; readonly draft: Draft; readonly results: Readonly<Record<string, Result>>; readonly actions: readonly Action[] };

/** What is written in the sitting: kept while it goes on, so that a reload loses nothing, and sent as the one review it is. */
function useSitting(stay: Stay, outcomes: readonly OutcomeSince[]) {
  const { name } = useMe();
  const next = addDays(useToday(), FOUR_WEEKS);
  const [sitting, write, done] = useWriting<Sitting>(`review of ${stay.residentId}`, () => ({
    id: ownId(), results: {}, actions: [],
    draft: { present: `${stay.name}, ${name}`, say: '', enjoyed: '', supportSay: '', homeSay: '', nextOn: next, hopedEndOn: '' },
  }));
  const { id, draft, actions } = sitting;
  const resultOf = (outcome: OutcomeSince): Result => sitting.results[outcome.id] ?? { id: ownId(), result: '', say: '', nextOn: next, newWords: outcome.words, newWhy: '' };
  const input = () => ({
    id, residentId: stay.residentId, present: draft.present, say: draft.say, enjoyed: draft.enjoyed || null, supportSay: draft.supportSay || null, homeSay: draft.homeSay || null, nextOn: draft.nextOn || null, hopedEndOn: draft.hopedEndOn || null,
    results: outcomes.map((outcome) => {
      const one = resultOf(outcome);
      const goesOn = one.result === 'go on' || one.result === 'change';
      const isChange = one.result === 'change';
      return { id: one.id, outcomeId: outcome.id, result: one.result, say: one.say, nextOn: goesOn ? one.nextOn || null : null, newWords: isChange ? one.newWords : null, newWhy: isChange ? one.newWhy || null : null };
    }),
    actions: actions.map(({ what, who, byDate }) => ({ what, who, byDate: byDate || next })),
  });
  return {
    draft, actions, input, done, resultOf,
    change: (more: Partial<Draft>) => write({ draft: { ...draft, ...more } }),
    setActions: (changed: readonly Action[]) => write({ actions: changed }),
    setResult: (outcome: OutcomeSince, more: Partial<Result>) => write({ results: { ...sitting.results, [outcome.id]: { ...resultOf(outcome), ...more } } }),
  };
}

function SittingView({ picture, stay }: { picture: Picture; stay: Stay }) {
  const [, go] = useLocation();
  const { draft, change, resultOf, setResult, actions, setActions, input, done } = useSitting(stay, picture.outcomes);
  const tell = useTell(holdDocument, { onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    done();
    toast(words.held);
    go(`/people/${stay.residentId}/episode`);
  } });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!tell.isPending) tell.mutate({ input: input() });
  };
  const isShort = stay.shortStay || stay.episode?.kind === 'short stay';
  return (
    <Page title={words.sittingTitle(stay.name)} lead={words.sittingLead(stay.name)} kicker={<a href={`/people/${stay.residentId}/episode`}><ArrowLeft aria-hidden="true" size="1em" /> {words.sheetBack}</a>}>
      <form onSubmit={submit} noValidate>
        <Stack gap={5}>
          {stay.isComfort && <Notice>{words.comfort(stay.name)}</Notice>}
          {stay.due.length > 0 && <Card title={words.whyDue} tone="owed"><Reasons due={stay.due} /></Card>}
          <Card title={words.howFirst}>
            <TextArea label={words.howIs} hint={words.howIsHint} rows={3} maxLength={2000} value={draft.say} onValue={(say) => change({ say })} />
            <TextField label={words.present2} maxLength={300} value={draft.present} onValue={(present) => change({ present })} />
          </Card>
          <section aria-labelledby="happened">
            <Stack gap={4}>
              <h2 id="happened">{words.happened}</h2>
              <p className={styles.soft}>{picture.sinceWords}.</p>
              <Happened picture={picture} />
              <TextArea label={words.enjoyedSay} optional rows={2} maxLength={1000} value={draft.enjoyed} onValue={(enjoyed) => change({ enjoyed })} />
            </Stack>
          </section>
          <section aria-labelledby="matters">
            <Stack gap={4}>
              <h2 id="matters">{words.steps[1]}</h2>
              {picture.outcomes.length === 0 && <p>{words.noOutcomes} <a href={`/people/${stay.residentId}/outcomes`}>{words.steps[1]}</a></p>}
              {picture.outcomes.map((outcome, at) => <OutcomeTurn key={outcome.id} outcome={outcome} place={words.outcomeLegend(at + 1, picture.outcomes.length)} one={resultOf(outcome)} onChange={(more) => setResult(outcome, more)} />)}
            </Stack>
          </section>
          <Card title={words.steps[2]}>
            <TextArea label={words.supportSay} hint={words.supportSayHint} optional rows={2} maxLength={1000} value={draft.supportSay} onValue={(supportSay) => change({ supportSay })} />
            {(isShort || stay.home.isAsked) && <p>{stay.home.words}</p>}
            <TextArea label={words.homeSay} hint={words.homeSayHint} optional={!isShort} rows={2} maxLength={1000} value={draft.homeSay} onValue={(homeSay) => change({ homeSay })} />
            {actions.map((action, at) => <ActionLine key={action.key} action={action} at={at + 1} onChange={(more) => setActions(actions.map((each) => (each.key === action.key ? { ...each, ...more } : each)))} onTake={() => setActions(actions.filter(({ key }) => key !== action.key))} />)}
            <p><Button icon={<Plus />} onClick={() => setActions([...actions, { key: ownId(), what: '', who: '', byDate: '' }])}>{words.addAction}</Button></p>
            <DateField label={words.nextOn} optional={stay.episode === null} value={draft.nextOn} onValue={(nextOn) => change({ nextOn })} />
            {stay.episode?.hopedEndOn && <DateField label={words.moveEnd} hint={words.hopedFor(sayDay(stay.episode.hopedEndOn))} optional value={draft.hopedEndOn} onValue={(hopedEndOn) => change({ hopedEndOn })} />}
          </Card>
          <RefusedNotice refused={refusalIn(tell.data?.answer)} />
          <Failed error={tell.error} />
          <p><Button kind="primary" type="submit" busy={tell.isPending}>{words.hold}</Button></p>
        </Stack>
      </form>
    </Page>
  );
}

function OutcomeTurn({ outcome, place, one, onChange }: { outcome: OutcomeSince; place: string; one: Result; onChange: (more: Partial<Result>) => void }) {
  const goesOn = one.result === 'go on' || one.result === 'change';
  return (
    <Card title={`“${outcome.words}”`} level={3} aside={<span className={styles.soft}>{place}</span>}>
      <p className={styles.soft}>{outcome.why}</p>
      <Levels outcome={outcome} />
      <TextArea label={<>{words.outcomeSay}<Unseen>{`: ${outcome.words}`}</Unseen></>} rows={2} maxLength={1000} value={one.say} onValue={(say) => onChange({ say })} />
      <Choice legend={<>{words.result}<Unseen>{`: ${outcome.words}`}</Unseen></>} options={RESULTS} value={one.result} onValue={(result) => onChange({ result })} />
      {one.result === 'change' && <TextArea label={words.newWords} rows={2} maxLength={500} value={one.newWords} onValue={(newWords) => onChange({ newWords })} />}
      {one.result === 'change' && <TextField label={words.newWhy} optional maxLength={500} value={one.newWhy} onValue={(newWhy) => onChange({ newWhy })} />}
      {goesOn && <DateField label={<>{words.nextLook}<Unseen>{`: ${outcome.words}`}</Unseen></>} value={one.nextOn} onValue={(nextOn) => onChange({ nextOn })} />}
    </Card>
  );
}

function ActionLine({ action, at, onChange, onTake }: { action: Action; at: number; onChange: (more: Partial<Action>) => void; onTake: () => void }) {
  return (
    <fieldset className={styles.action}>
      <legend>{`${words.steps[2]} ${at}`}</legend>
      <TextField label={words.actionWhat} maxLength={500} value={action.what} onValue={(what) => onChange({ what })} />
      <div className={styles.two}>
        <TextField label={words.actionWho} maxLength={200} value={action.who} onValue={(who) => onChange({ who })} />
        <DateField label={words.actionWhen} value={action.byDate} onValue={(byDate) => onChange({ byDate })} />
      </div>
      <p><Button kind="plain" onClick={onTake}>{words.actionTake}<Unseen>{` ${at}`}</Unseen></Button></p>
    </fieldset>
  );
}
