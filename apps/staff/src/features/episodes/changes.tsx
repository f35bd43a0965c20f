/** A turn in somebody's life, written down in one tap: a review falls due. */
import { useState } from 'react';
import { sayDay } from '@promenade/domain/shared/time';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice } from '@promenade/ui/choice';
import { DateField, TextArea } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { Unseen } from '@promenade/ui/unseen';
import { afterwards, options, useToday } from './episode-forms.tsx';
import { changeDocument, takeBackDocument } from './episodes.graphql.ts';
import styles from './episodes.module.css';
import type { Stay } from './stay-page.tsx';
import { words } from './words.ts';

const QUICK = Object.entries(words.changeKinds).filter(([kind]) => kind !== 'other' && kind !== 'room move');
const SHOWN = 5;

export function Changes({ stay: { residentId, changes }, mayWrite }: { stay: Stay; mayWrite: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const tell = useTell(changeDocument, { onAnswer: afterwards(() => undefined, words.changeSaved) });
  const back = useTell(takeBackDocument);
  return (
    <Card title={words.changes}>
      {mayWrite && (
        <>
          <p className={styles.soft}>{words.changesWhat}</p>
          <div className={styles.taps}>
            {QUICK.map(([kind, name]) => <Button key={kind} busy={tell.isPending} onClick={() => tell.mutate({ input: { id: ownId(), residentId, kind } })}>{name}</Button>)}
            <Button kind="plain" onClick={() => setOpen(true)}>{words.changeMore}</Button>
          </div>
          <Failed error={tell.error ?? back.error} />
        </>
      )}
      <ul role="list" className={styles.lines}>
        {changes.slice(0, SHOWN).map(({ id, kind, words: said, onDay, recordedByName }) => (
          <li key={id}>
            <p><strong>{words.changeKinds[kind] ?? kind}</strong>, {sayDay(onDay)}. {said} <span className={styles.soft}>{recordedByName}</span></p>
            {mayWrite && <Button kind="plain" busy={back.isPending} onClick={() => back.mutate({ id })}>{words.notMeant}<Unseen>{`: ${words.changeKinds[kind] ?? kind}`}</Unseen></Button>}
          </li>
        ))}
      </ul>
      {isOpen && <ChangeForm residentId={residentId} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function ChangeForm({ residentId, onClose }: { residentId: string; onClose: () => void }) {
  const today = useToday();
  const [id] = useState(ownId);
  const [draft, setDraft] = useState({ kind: 'bereavement', said: '', onDay: today });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(changeDocument, { onAnswer: afterwards(onClose, words.changeSaved) });
  return (
    <FormSheet title={words.changeTitle} save={words.save} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, residentId, kind: draft.kind, onDay: draft.onDay || null, words: draft.said || null } })}>
      <Choice legend={words.changeTitle} options={options(words.changeKinds)} value={draft.kind} onValue={(kind) => change({ kind })} />
      <TextArea label={words.changeWords} optional={draft.kind !== 'other'} rows={2} maxLength={500} value={draft.said} onValue={(said) => change({ said })} />
      <DateField label={words.changeDay} value={draft.onDay} onValue={(onDay) => change({ onDay })} />
    </FormSheet>
  );
}
