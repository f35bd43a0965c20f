import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { DateField, Select, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Row, Stack } from '@promenade/ui/layout';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { afterwards } from './forms.tsx';
import type { Of } from './support-plan-page.tsx';
import { makeDocument } from './taper.graphql.ts';
import styles from './taper.module.css';
import { words } from './words.ts';

type Line = { key: string; kind: string; what: string; minutes: string; residents: string };
const NEW_LINE = { kind: 'one to one', what: '', minutes: '', residents: '4' };
const number = (text: string) => (text === '' ? 0 : Number(text));
const digits = (text: string) => text.replace(/\D/g, '').slice(0, 5);

/** A plan, or the next one: it begins with what the last one said. */
export function PlanForm({ of, onClose }: { of: Of; onClose: () => void }) {
  const [id] = useState(ownId);
  const { plan } = of;
  const [lines, setLines] = useState<Line[]>(() => (plan ? plan.lines.map(({ id: key, kind, what, minutes, residents }) => ({ key, kind, what, minutes: String(minutes), residents: String(residents) })) : [{ key: '0', ...NEW_LINE }]));
  const [draft, setDraft] = useState({
    shape: of.neverTapered ? 'held' : 'stepped', startsOn: of.thisMonday, weeks: '8', stepWeeks: '2', goal: '', pounds: plan ? (plan.hourlyPence / 100).toFixed(2) : '15.50', why: '', say: '', outcomeId: plan?.outcomeId ?? '',
  });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(makeDocument, { onAnswer: afterwards(onClose) });
  const { form } = words;
  const sum = lines.reduce((all, { minutes }) => all + number(minutes), 0);
  const save = () => tell.mutate({ input: {
    id, residentId: of.residentId, lines: lines.map(({ kind, what, minutes, residents }) => ({ kind, what, minutes: number(minutes), residents: number(residents) })), shape: draft.shape, startsOn: draft.startsOn || of.thisMonday, weeks: number(draft.weeks),
    stepWeeks: number(draft.stepWeeks), goalMinutes: draft.shape === 'held' ? sum : number(draft.goal), hourlyPence: Math.round(Number(draft.pounds.replace(',', '.')) * 100) || 0, why: draft.why, say: draft.say, outcomeId: draft.outcomeId || null,
  } });
  return (
    <FormSheet title={form.title} save={form.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <fieldset>
        <legend className={styles.legend}>{form.lines}</legend>
        <Stack gap={4}>
          {lines.map((line, n) => <LineFields key={line.key} line={line} onLine={(next) => setLines(lines.map((each) => (each.key === line.key ? next : each)))} onRemove={lines.length > 1 ? () => setLines(lines.filter((each) => each.key !== line.key)) : null} place={n + 1} />)}
          <p className={styles.other}><Button icon={<Plus />} onClick={() => setLines([...lines, { key: ownId(), ...NEW_LINE }])}>{form.addLine}</Button></p>
          <p aria-live="polite">{form.sum(sum)}</p>
        </Stack>
      </fieldset>
      <Choice legend={form.shape} layout="list" options={form.shapes.filter(({ value }) => value === 'held' || !of.neverTapered)} value={draft.shape} onValue={(shape) => change({ shape })} />
      <Row>
        <DateField label={form.startsOn} value={draft.startsOn} onValue={(startsOn) => change({ startsOn })} />
        <TextField label={form.weeks} inputMode="numeric" value={draft.weeks} onValue={(weeks) => change({ weeks: digits(weeks).slice(0, 2) })} />
        {draft.shape === 'stepped' && <TextField label={form.stepWeeks} inputMode="numeric" value={draft.stepWeeks} onValue={(stepWeeks) => change({ stepWeeks: digits(stepWeeks).slice(0, 2) })} />}
      </Row>
      {draft.shape !== 'held' && <TextField label={form.goal} inputMode="numeric" value={draft.goal} onValue={(goal) => change({ goal: digits(goal) })} />}
      <TextField label={form.hourly} inputMode="decimal" value={draft.pounds} onValue={(pounds) => change({ pounds: pounds.replace(/[^\d.,]/g, '').slice(0, 6) })} />
      {of.outcomes.length > 0 && <Select label={form.outcome} optional placeholder={form.noOutcome} options={of.outcomes.map((outcome) => ({ value: outcome.id, label: outcome.words }))} value={draft.outcomeId} onValue={(outcomeId) => change({ outcomeId })} />}
      <TextArea label={form.why} hint={form.whyHint} rows={2} maxLength={1000} value={draft.why} onValue={(why) => change({ why })} />
      <TextArea label={form.say} hint={form.sayHint} rows={2} maxLength={1000} value={draft.say} onValue={(say) => change({ say })} />
    </FormSheet>
  );
}

function LineFields({ line, onLine, onRemove, place }: { line: Line; onLine: (line: Line) => void; onRemove: (() => void) | null; place: number }) {
  const { form } = words;
  return (
    <div className={styles.line} role="group" aria-label={`${form.kind} ${place}`}>
      <Select label={form.kind} options={form.kinds} value={line.kind} onValue={(kind) => onLine({ ...line, kind })} />
      <TextField label={form.what} hint={form.whatHint} maxLength={200} value={line.what} onValue={(what) => onLine({ ...line, what })} />
      <TextField label={form.minutes} inputMode="numeric" value={line.minutes} onValue={(minutes) => onLine({ ...line, minutes: digits(minutes) })} />
      {line.kind === 'shared' && <TextField label={form.among} inputMode="numeric" value={line.residents} onValue={(residents) => onLine({ ...line, residents: digits(residents).slice(0, 2) })} />}
      {onRemove && <Button kind="plain" onClick={onRemove}>{form.removeLine}</Button>}
    </div>
  );
}
