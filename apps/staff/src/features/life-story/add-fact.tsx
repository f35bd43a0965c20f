import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { readFuzzyDate, saySpan } from '@promenade/domain/people/fuzzy-date';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice } from '@promenade/ui/choice';
import { Checkbox, Select, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { editFactDocument, tellFactDocument } from './life-story.graphql.ts';
import type { Fact, Person } from './life-story.ts';
import styles from './life-story.module.css';
import { optionsOf, words } from './words.ts';

type Draft = { words: string; whenWords: string; theme: string; toldBy: string; toldHow: string; sensitive: boolean };

const empty = (person: Person): Draft => ({ words: '', whenWords: '', theme: 'home', toldBy: person.preferredName, toldHow: 'told us', sensitive: false });

/** How the words were understood, while they are being written. */
function Understood({ when, born }: { when: string; born: string | null }) {
  if (when.trim() === '') return null;
  const span = saySpan(readFuzzyDate(when, { born, saidOn: new Date().toISOString().slice(0, 10) }));
  return <p className={styles.understood} role="status">{span === '' ? words.notUnderstood : words.understood(span)}</p>;
}

function Fields({ person, draft, onDraft }: { person: Person; draft: Draft; onDraft: (draft: Draft) => void }) {
  const set = <K extends keyof Draft>(key: K) => (value: Draft[K]) => onDraft({ ...draft, [key]: value });
  return (
    <>
      <TextArea label={words.what} hint={words.whatHint} rows={3} value={draft.words} onValue={set('words')} />
      <div>
        <TextField label={words.when} hint={words.whenHint} optional value={draft.whenWords} onValue={set('whenWords')} autoComplete="off" />
        <Understood when={draft.whenWords} born={person.born} />
      </div>
    </>
  );
}

function MoreFields({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const set = <K extends keyof Draft>(key: K) => (value: Draft[K]) => onDraft({ ...draft, [key]: value });
  const themes = draft.theme in words.themes ? words.themes : { ...words.themes, [draft.theme]: draft.theme };
  return (
    <>
      <Select label={words.theme} value={draft.theme} onValue={set('theme')} options={optionsOf(themes)} />
      <Choice legend={words.toldHow} layout="list" value={draft.toldHow} onValue={set('toldHow')} options={optionsOf(words.how)} />
      <TextField label={words.toldBy} value={draft.toldBy} onValue={set('toldBy')} />
      <Checkbox label={words.sensitive} checked={draft.sensitive} onValue={set('sensitive')} />
    </>
  );
}

/** Two fields and a button; the rest has sensible answers already. */
export function AddFact({ person }: { person: Person }) {
  const [id, setId] = useState(ownId);
  const [draft, setDraft] = useState(() => empty(person));
  const tell = useTell(tellFactDocument, {
    onAnswer: ({ addLifeFact }) => {
      if (addLifeFact.__typename === 'Refused') return;
      toast(words.savedFact);
      setDraft((before) => ({ ...empty(person), toldBy: before.toldBy, toldHow: before.toldHow }));
      setId(ownId());
    },
  });
  function save(event: SyntheticEvent): void {
    event.preventDefault();
    if (!tell.isPending) tell.mutate({ input: { id, residentId: person.id, ...draft, whenWords: draft.whenWords || null } });
  }
  return (
    <div data-print="no">
      <Card title={words.add}>
        <form onSubmit={save} noValidate>
          <Stack gap={4}>
            <Fields {...{ person, draft }} onDraft={setDraft} />
            <details className={styles.more}>
              <summary>{words.more}</summary>
              <Stack gap={4}><MoreFields draft={draft} onDraft={setDraft} /></Stack>
            </details>
            <RefusedNotice refused={refusalIn(tell.data?.addLifeFact)} />
            <Failed error={tell.error} />
            <Row><Button kind="primary" type="submit" icon={<Plus />} busy={tell.isPending}>{words.add}</Button></Row>
          </Stack>
        </form>
      </Card>
    </div>
  );
}

/** A new version of a memory. */
export function EditFact({ person, fact, onClose }: { person: Person; fact: Fact; onClose: () => void }) {
  const [id] = useState(ownId);
  const [draft, setDraft] = useState<Draft>({ words: fact.words, whenWords: fact.whenWords ?? '', theme: fact.theme, toldBy: fact.toldBy, toldHow: fact.toldHow, sensitive: fact.sensitive });
  const tell = useTell(editFactDocument, {
    onAnswer: ({ editLifeFact }) => {
      if (editLifeFact.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  return (
    <FormSheet title={words.editTitle} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.editLifeFact)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, lifeFactId: fact.id, ...draft, whenWords: draft.whenWords || null } })}>
      <p className={styles.soft}>{words.editLead}</p>
      <Fields {...{ person, draft }} onDraft={setDraft} />
      <MoreFields draft={draft} onDraft={setDraft} />
    </FormSheet>
  );
}
