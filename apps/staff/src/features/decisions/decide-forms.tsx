import { useState } from 'react';
import { Choice } from '@promenade/ui/choice';
import { Select, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { decideDocument, decidingDocument, agreeMediaDocument, hearViewDocument, standInDocument } from './decisions.graphql.ts';
import type { Deciding } from './decisions-page.tsx';
import { AREAS, words } from './words.ts';

type Form = { deciding: Deciding; onClose: () => void };

/** Everyone who may be said to decide: the person, the home in their best interests, and everyone of the circle, whom the rules then answer. */
function decidersOf({ name, circle, areas }: Deciding, area: string) {
  const held = (id: string) => areas.find((each) => each.area === area)?.rights.find(({ holder, kind }) => holder === circle.find((one) => one.id === id)?.name && kind === 'deputy');
  return [
    { value: 'the person', label: name },
    { value: 'with support', label: `${name}, with support` },
    ...circle.map(({ id, name: called, relation }) => ({ value: `${held(id) ? 'deputy' : 'attorney'} ${id}`, label: `${called}, ${relation}` })),
    { value: 'best interests', label: `The home, in ${name}’s best interests` },
  ];
}

function mattersOf({ areas }: Deciding, area: string): string[] {
  const here = areas.find((each) => each.area === area);
  return [...new Set([...(here?.capacity ?? []).map(({ matter }) => matter), ...(here?.rights ?? []).flatMap(({ matter }) => matter ?? [])])];
}

function rightOf(who: string): { right: string; bySupporterId: string | null } {
  const [right = '', id] = /^(attorney|deputy) (.+)$/.exec(who)?.slice(1) ?? [who];
  return { right, bySupporterId: id ?? null };
}

function MatterSelect({ deciding, area, value, onValue }: { deciding: Deciding; area: string; value: string; onValue: (matter: string) => void }) {
  const matters = mattersOf(deciding, area);
  if (matters.length === 0) return null;
  return <Select label={words.matter} hint={words.matterHint} options={[{ value: 'open', label: words.noMatter }, ...matters.map((matter) => ({ value: matter, label: matter }))]} value={value} onValue={onValue} />;
}

export function DecideForm({ deciding, onClose }: Form) {
  const [id, renew] = useState(() => crypto.randomUUID());
  const [area, setArea] = useState('daily activities');
  const [matter, setMatter] = useState('open');
  const [what, setWhat] = useState('');
  const [who, setWho] = useState('the person');
  const [said, setSaid] = useState('');
  const [views, setViews] = useState<Record<string, string>>({});
  const tell = useTell(decideDocument, { refresh: [decidingDocument], onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') {
      // What was refused is kept as heard; the next try is another.
      renew(crypto.randomUUID());
      return;
    }
    toast(words.saved);
    onClose();
  } });
  const save = () => tell.mutate({ input: {
    id, residentId: deciding.residentId, area, matter: matter === 'open' ? null : matter, what, said, ...rightOf(who),
    heard: Object.entries(views).filter(([, view]) => view.trim() !== '').map(([supporterId, view]) => ({ supporterId, words: view })),
  } });
  const others = deciding.circle.filter((each) => rightOf(who).bySupporterId !== each.id);
  return (
    <FormSheet title={words.decide} save={words.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <Select label={words.area} options={AREAS} value={area} onValue={(next) => { setArea(next); setMatter('open'); }} />
      <MatterSelect deciding={deciding} area={area} value={matter} onValue={setMatter} />
      <TextField label={words.what} maxLength={500} value={what} onValue={setWhat} />
      <Select label={words.who} options={decidersOf(deciding, area)} value={who} onValue={setWho} />
      <TextArea label={words.said} hint={words.saidHint} rows={3} maxLength={2000} value={said} onValue={setSaid} />
      {others.map((each) => (
        <TextField key={each.id} label={`${words.others}: ${each.name}`} hint={words.othersHint} optional maxLength={1000} value={views[each.id] ?? ''} onValue={(view) => setViews({ ...views, [each.id]: view })} />
      ))}
    </FormSheet>
  );
}

export function HearForm({ deciding, onClose }: Form) {
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ whose: '', area: 'daily activities', about: '', view: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(hearViewDocument, { refresh: [decidingDocument], onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  const whose = [{ value: 'self', label: deciding.name }, ...deciding.circle.map((each) => ({ value: each.id, label: `${each.name}, ${each.relation}` }))];
  return (
    <FormSheet title={words.hear} save={words.save} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, residentId: deciding.residentId, supporterId: draft.whose === 'self' || draft.whose === '' ? null : draft.whose, area: draft.area, about: draft.about, words: draft.view } })}>
      <Select label={words.whose} options={whose} value={draft.whose || 'self'} onValue={(next) => change({ whose: next })} />
      <Select label={words.area} options={AREAS} value={draft.area} onValue={(area) => change({ area })} />
      <TextField label={words.about} maxLength={500} value={draft.about} onValue={(about) => change({ about })} />
      <TextArea label={words.view} rows={3} maxLength={2000} value={draft.view} onValue={(view) => change({ view })} />
    </FormSheet>
  );
}

export function MediaForm({ deciding, kind, onClose }: Form & { kind: string }) {
  const [id] = useState(() => crypto.randomUUID());
  const area = 'photos and audio';
  const [draft, setDraft] = useState({ answer: '', condition: '', who: 'the person', matter: 'open', said: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(agreeMediaDocument, { refresh: [decidingDocument], onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  const answers = ['yes', 'conditional', 'no'].map((value) => ({ value, label: words.answers[value] ?? value }));
  return (
    <FormSheet title={words.mediaKinds[kind] ?? words.media} save={words.save} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, residentId: deciding.residentId, kind, answer: draft.answer, condition: draft.condition || null, ...rightOf(draft.who), matter: draft.matter === 'open' ? null : draft.matter, words: draft.said } })}>
      <Choice legend={words.answer} layout="list" options={answers} value={draft.answer} onValue={(answer) => change({ answer })} />
      {draft.answer === 'conditional' && <TextField label={words.condition} maxLength={300} value={draft.condition} onValue={(condition) => change({ condition })} />}
      <Select label={words.who} options={decidersOf(deciding, area)} value={draft.who} onValue={(who) => change({ who })} />
      <MatterSelect deciding={deciding} area={area} value={draft.matter} onValue={(matter) => change({ matter })} />
      <TextArea label={words.howShown} rows={3} maxLength={1000} optional={draft.answer === 'no'} value={draft.said} onValue={(said) => change({ said })} />
    </FormSheet>
  );
}

export function StandInForm({ deciding, onClose }: Form) {
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ kind: 'advocate', name: '', reach: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(standInDocument, { refresh: [decidingDocument], onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  return (
    <FormSheet title={words.standIn} save={words.save} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, residentId: deciding.residentId, kind: draft.kind, name: draft.name, words: draft.reach } })}>
      <Choice legend={words.standInKind} options={[...words.standInKinds]} value={draft.kind as 'advocate'} onValue={(kind) => change({ kind })} />
      <TextField label={words.standInName} maxLength={200} value={draft.name} onValue={(name) => change({ name })} />
      <TextField label={words.standInWords} optional maxLength={300} value={draft.reach} onValue={(reach) => change({ reach })} />
    </FormSheet>
  );
}
