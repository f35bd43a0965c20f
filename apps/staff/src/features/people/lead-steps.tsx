import type { ReactNode, SyntheticEvent } from 'react';
import { useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { Checkbox, TextArea, TextField } from '@promenade/ui/field';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { type Refused, type RequestError, refusalIn } from '@promenade/ui/request.ts';
import { useMe } from '../../app/me.ts';
import type { Step, StepProps } from './lead.tsx';
import styles from './lead.module.css';
import { addLifeFactDocument, createOutcomeDocument, createRoutineDocument, editSupportDocument, sayImportantDocument } from './person.graphql.ts';
import { words } from './words.ts';

const ask = words.lead;

/** A step's own sheet: its reason above, what went wrong below, and one button that saves and goes on. */
function StepSheet({ step, busy, refused, error, onSave, onSkip, children }: { step: Step; busy: boolean; refused?: Refused | null; error: RequestError | null; onSave: () => void; onSkip: () => void; children: ReactNode }) {
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (!busy) onSave();
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.why}>{step.why}</p>
      {children}
      <RefusedNotice refused={refused} />
      <Failed error={error} />
      <div className={styles.feet}>
        <Button kind="primary" type="submit" busy={busy}>{ask.save}</Button>
        <Button kind="plain" onClick={onSkip}>{ask.skip}</Button>
      </div>
    </form>
  );
}

export type Known = { how: string; by: string };

/** Who says so: one tap when the person did, a name when somebody else. */
function HowKnown({ name, known, onKnown }: { name: string; known: Known; onKnown: (known: Known) => void }) {
  const me = useMe();
  const by: Record<string, string> = { 'told us': name, 'told by family': '', 'observed': me.name };
  return (
    <>
      <Choice legend={ask.who} layout="row" value={known.how} onValue={(how) => onKnown({ how, by: by[how] ?? '' })} options={Object.entries(ask.how(name)).map(([value, label]) => ({ value, label }))} />
      {known.how === 'told by family' && <TextField label={ask.whoTold} value={known.by} onValue={(told) => onKnown({ ...known, by: told })} autoComplete="off" />}
    </>
  );
}

const WHOSE: Readonly<Record<string, string>> = { 'told us': 'the person', 'told by family': 'a supporter', 'observed': 'staff' };

export function ImportantStep({ person, step, onSaved, onSkip }: StepProps) {
  const [id] = useState(ownId);
  const [text, setText] = useState('');
  const [known, setKnown] = useState<Known>({ how: 'told us', by: person.preferredName });
  const tell = useTell(sayImportantDocument, { onAnswer: ({ sayAboutMe }) => { if (sayAboutMe.__typename !== 'Refused') onSaved(); } });
  return (
    <StepSheet step={step} busy={tell.isPending} refused={refusalIn(tell.data?.sayAboutMe)} error={tell.error} onSkip={onSkip}
      onSave={() => tell.mutate({ input: { id, residentId: person.id, heading: 'important', text, whose: WHOSE[known.how] ?? '', saidBy: known.by, toldHow: known.how } })}>
      <TextArea label={step.asks} hint={ask.important} rows={2} value={text} onValue={setText} />
      <HowKnown name={person.preferredName} known={known} onKnown={setKnown} />
    </StepSheet>
  );
}

/** The themes each question about their life is likely to touch; the first is taken unless another is tapped. */
const THEMES: Readonly<Record<string, readonly string[]>> = { FACT_WORK: ['work', 'home', 'skill'], FACT_LOVES: ['music', 'animals', 'sport', 'food'], FACT_PEOPLE: ['family', 'place', 'faith'] };

export function FactStep({ person, step, onSaved, onSkip }: StepProps) {
  const [id] = useState(ownId);
  const themes = THEMES[step.code] ?? ['home'];
  const [told, setTold] = useState('');
  const [theme, setTheme] = useState(themes[0] ?? 'home');
  const [known, setKnown] = useState<Known>({ how: 'told us', by: person.preferredName });
  const tell = useTell(addLifeFactDocument, { onAnswer: ({ addLifeFact }) => { if (addLifeFact.__typename !== 'Refused') onSaved(); } });
  return (
    <StepSheet step={step} busy={tell.isPending} refused={refusalIn(tell.data?.addLifeFact)} error={tell.error} onSkip={onSkip}
      onSave={() => tell.mutate({ input: { id, residentId: person.id, words: told, whenWords: null, theme, toldBy: known.by, toldHow: known.how, sensitive: false } })}>
      <TextArea label={step.asks} hint={ask.factHint[step.code]} rows={2} value={told} onValue={setTold} />
      <Choice legend={ask.theme} layout="row" value={theme} onValue={setTheme} options={themes.map((each) => ({ value: each, label: words.themes[each] ?? each }))} />
      <HowKnown name={person.preferredName} known={known} onKnown={setKnown} />
    </StepSheet>
  );
}

const RATIOS = ['1:4', '1:2', '1:1', '2:1'];
const ratioOptions = (labels: Readonly<Record<string, string>>) => RATIOS.map((value) => ({ value, label: labels[value] ?? value }));
const numbers = (ratio: string) => ratio.split(':').map(Number) as [number, number];
const ratioOf = (staff: number, residents: number) => RATIOS.find((each) => each === `${staff}:${residents}`) ?? '1:4';

export function SupportStep({ person, step, onSaved, onSkip }: StepProps) {
  const [atHome, setAtHome] = useState(ratioOf(person.supportInStaff, person.supportInResidents));
  const [out, setOut] = useState(ratioOf(person.supportOutStaff, person.supportOutResidents));
  const [wheelchair, setWheelchair] = useState(person.wheelchair);
  const [risk, setRisk] = useState(person.riskOut ?? '');
  const [then, setThen] = useState(person.riskDo ?? '');
  const [isNothing, setNothing] = useState(false);
  const [tried, setTried] = useState(false);
  const tell = useTell(editSupportDocument, { onAnswer: ({ editSupport }) => { if (editSupport.__typename !== 'Refused') onSaved(); } });
  const isMissing = tried && !isNothing && risk.trim() === '';
  function save(): void {
    setTried(true);
    if (!isNothing && risk.trim() === '') return;
    const [[inStaff, inResidents], [outStaff, outResidents]] = [numbers(atHome), numbers(out)];
    tell.mutate({ input: {
      residentId: person.id, inStaff, inResidents, outStaff, outResidents, wheelchair, transfers: person.transfers, communication: person.communication,
      riskOut: isNothing ? ask.nothingKnown : risk, riskDo: isNothing ? '' : then,
    } });
  }
  return (
    <StepSheet step={step} busy={tell.isPending} refused={refusalIn(tell.data?.editSupport)} error={tell.error} onSave={save} onSkip={onSkip}>
      <Choice legend={ask.atHome} layout="grid" value={atHome} onValue={setAtHome} options={ratioOptions(ask.ratios)} />
      <Choice legend={ask.out} layout="grid" value={out} onValue={setOut} options={ratioOptions(ask.ratios)} />
      <Choice legend={words.supportForm.wheelchair} layout="row" value={wheelchair} onValue={setWheelchair} options={Object.entries(words.wheelchair).map(([value, label]) => ({ value, label }))} />
      <Checkbox label={ask.nothing} checked={isNothing} onValue={setNothing} />
      {!isNothing && (
        <>
          <TextField label={ask.risk} hint={ask.riskHint} value={risk} onValue={setRisk} error={isMissing ? ask.riskMissing : null} autoComplete="off" />
          <TextField label={words.thenDo} optional value={then} onValue={setThen} autoComplete="off" />
        </>
      )}
    </StepSheet>
  );
}

const TIMES: Readonly<Record<string, readonly [string, string]>> = { waking: ['07:00', '09:00'], morning: ['09:00', '12:00'], midday: ['12:00', '14:00'], afternoon: ['14:00', '17:00'], tea: ['17:00', '19:00'], evening: ['19:00', '22:00'] };
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

export function RoutineStep({ person, step, onSaved, onSkip }: StepProps) {
  const [id] = useState(ownId);
  const [what, setWhat] = useState('');
  const [why, setWhy] = useState('');
  const [time, setTime] = useState('morning');
  const tell = useTell(createRoutineDocument, { onAnswer: ({ createRoutine }) => { if (createRoutine.__typename !== 'Refused') onSaved(); } });
  function save(): void {
    const [from, to] = TIMES[time] ?? ['09:00', '12:00'];
    tell.mutate({ input: { id, residentId: person.id, lifeFactId: null, activityId: null, what, days: EVERY_DAY, from, to, why, whenMissed: '', help: '', needs: 'respect', protected: false } });
  }
  return (
    <StepSheet step={step} busy={tell.isPending} refused={refusalIn(tell.data?.createRoutine)} error={tell.error} onSave={save} onSkip={onSkip}>
      <TextField label={step.asks} hint={words.routine.whatHint} value={what} onValue={setWhat} autoComplete="off" />
      <Choice legend={ask.time} layout="grid" value={time} onValue={setTime} options={Object.entries(ask.times).map(([value, label]) => ({ value, label }))} />
      <TextField label={words.routine.why} value={why} onValue={setWhy} autoComplete="off" />
      <p className={styles.why}>{ask.routineLater}</p>
    </StepSheet>
  );
}

export function OutcomeStep({ person, step, onSaved, onSkip }: StepProps) {
  const [id] = useState(ownId);
  const [said, setSaid] = useState('');
  const [why, setWhy] = useState('');
  const tell = useTell(createOutcomeDocument, { onAnswer: ({ createOutcome }) => { if (createOutcome.__typename !== 'Refused') onSaved(); } });
  return (
    <StepSheet step={step} busy={tell.isPending} refused={refusalIn(tell.data?.createOutcome)} error={tell.error} onSkip={onSkip}
      onSave={() => tell.mutate({ input: { id, residentId: person.id, words: said, why, measure: null, byDate: null } })}>
      <TextField label={step.asks} hint={words.outcome.wordsHint} value={said} onValue={setSaid} autoComplete="off" />
      <TextField label={words.outcome.why} value={why} onValue={setWhy} autoComplete="off" />
    </StepSheet>
  );
}
