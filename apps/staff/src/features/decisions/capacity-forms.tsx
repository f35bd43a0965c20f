import { useState } from 'react';
import { Choice } from '@promenade/ui/choice';
import { Checkbox, DateField, Select, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Notice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { bestInterestsDocument, decidingDocument, recordCapacityDocument } from './decisions.graphql.ts';
import type { Deciding } from './decisions-page.tsx';
import styles from './decisions.module.css';
import { AREAS, words } from './words.ts';

type Form = { deciding: Deciding; onClose: () => void };

/** The principle that the next question is asked for. */
function Principle({ deciding, code }: { deciding: Deciding; code: string }) {
  const principle = deciding.principles.find((each) => each.code === code);
  return principle ? <p className={styles.note}><strong>{principle.name}.</strong> {principle.words}</p> : null;
}

/** Whether the person can decide one thing at this time, each question under the principle it comes from. */
export function CapacityForm({ deciding, onClose }: Form) {
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ area: 'daily activities', matter: '', able: '', helpTried: '', why: '', notBecauseUnwise: false, untilDate: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(recordCapacityDocument, { refresh: [decidingDocument], onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  const { able, untilDate, ...rest } = draft;
  return (
    <FormSheet title={words.capacity} save={words.save} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, residentId: deciding.residentId, ...rest, able: able !== 'no', untilDate: untilDate || null } })}>
      <Select label={words.area} options={AREAS} value={draft.area} onValue={(area) => change({ area })} />
      <TextField label={words.matterNew} hint={words.matterNewHint} maxLength={300} value={draft.matter} onValue={(matter) => change({ matter })} />
      <Principle deciding={deciding} code="presume" />
      <Principle deciding={deciding} code="help" />
      <TextArea label={words.help} hint={words.helpHint} optional={able !== 'no'} rows={3} maxLength={2000} value={draft.helpTried} onValue={(helpTried) => change({ helpTried })} />
      <Choice legend={words.isAble} layout="list" options={[{ value: 'yes', label: words.isAbleOptions.yes }, { value: 'no', label: words.isAbleOptions.no }]} value={able} onValue={(next) => change({ able: next })} />
      <TextArea label={words.why} hint={words.whyHint} rows={3} maxLength={2000} value={draft.why} onValue={(why) => change({ why })} />
      {able === 'no' && (
        <>
          <Principle deciding={deciding} code="unwise" />
          <Checkbox label={words.unwise} checked={draft.notBecauseUnwise} onValue={(notBecauseUnwise) => change({ notBecauseUnwise })} />
        </>
      )}
      <DateField label={words.until} value={untilDate} onValue={(next) => change({ untilDate: next })} />
    </FormSheet>
  );
}

/** What is decided for somebody, for one thing they were found unable to decide. */
export function BestInterestsForm({ deciding, onClose }: Form) {
  const [id] = useState(() => crypto.randomUUID());
  const unable = deciding.areas.flatMap(({ area, capacity }) => capacity.filter(({ able, stands }) => !able && stands).map(({ matter }) => ({ value: `${area}|${matter}`, label: matter })));
  const [draft, setDraft] = useState({ of: unable[0]?.value ?? '', decision: '', consulted: '', weighed: '', lessRestrictive: '', couldWait: '', untilDate: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(bestInterestsDocument, { refresh: [decidingDocument], onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  const { of, untilDate, ...rest } = draft;
  const [area = '', matter = ''] = of.split('|');
  const text = (field: 'decision' | 'consulted' | 'weighed' | 'lessRestrictive' | 'couldWait', label: string) => <TextArea label={label} rows={2} maxLength={2000} value={draft[field]} onValue={(next) => change({ [field]: next })} />;
  return (
    <FormSheet title={words.best} save={words.save} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, residentId: deciding.residentId, area: area || 'daily activities', matter, ...rest, untilDate: untilDate || null } })}>
      {unable.length === 0 ? <Notice kind="warning">{words.noUnable}</Notice> : <Select label={words.matter} options={unable} value={of} onValue={(next) => change({ of: next })} />}
      <Principle deciding={deciding} code="best interests" />
      {text('consulted', words.consulted)}
      {text('weighed', words.weighed)}
      {text('couldWait', words.wait)}
      <Principle deciding={deciding} code="least restrictive" />
      {text('lessRestrictive', words.less)}
      {text('decision', words.decision)}
      <DateField label={words.review} value={untilDate} onValue={(next) => change({ untilDate: next })} />
    </FormSheet>
  );
}
