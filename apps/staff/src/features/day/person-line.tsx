import { useState } from 'react';
import { ATTENDANCE_LEVELS, ENGAGEMENTS, MOODS } from '@promenade/domain/day/attendance';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Checkbox, TextField } from '@promenade/ui/field';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { PersonChip } from '@promenade/ui/person-chip';
import type { RecordedPerson } from './day.ts';
import styles from './day.module.css';
import { words } from './words.ts';

/** What is about to be said of one person. Its id changes with its words, so that sending the same again records once. */
export type Draft = { id: string; level: string; mood: string | null; engagement: string | null; leftEarly: boolean; note: string };

/** What stands, or that they took part. */
export function draftOf({ said }: RecordedPerson): Draft {
  const last = said.at(-1);
  return { id: ownId(), level: last?.level ?? 'took part', mood: last?.mood ?? null, engagement: last?.engagement ?? null, leftEarly: last?.leftEarly ?? false, note: last?.note ?? '' };
}

export function isChanged(person: RecordedPerson, draft: Draft | undefined): boolean {
  const last = person.said.at(-1);
  if (!draft || !last) return true;
  return draft.level !== last.level || draft.mood !== last.mood || draft.engagement !== last.engagement || draft.leftEarly !== last.leftEarly || draft.note.trim() !== (last.note ?? '');
}

type Props = { person: RecordedPerson; draft: Draft; onDraft: (draft: Draft) => void; onRight: (said: RecordedPerson['said'][number]) => void };

/** One person: six levels to tap, and more for whoever wants to say more. */
export function PersonLine({ person, draft, onDraft, onRight }: Props) {
  const [isOpen, setOpen] = useState(draft.mood !== null || draft.note !== '' || draft.leftEarly || draft.engagement !== null);
  return (
    <li className={styles.person}>
      <div className={styles.personTop}>
        <PersonChip id={person.residentId} name={person.name} about={person.promised ? words.promised(person.promised) : undefined} />
        <Button kind="plain" aria-expanded={isOpen} aria-label={words.moreFor(person.name)} onClick={() => setOpen(!isOpen)}>{words.moreAbout}</Button>
      </div>
      {person.disputed && <WhichIsRight person={person} onRight={onRight} />}
      <Chips label={person.name} options={ATTENDANCE_LEVELS} says={words.levels} value={draft.level} onTap={(level) => onDraft({ ...draft, level })} />
      {isOpen && (
        <div className={styles.more}>
          <Chips label={words.mood} shown options={MOODS} says={words.moods} value={draft.mood} onTap={(mood) => onDraft({ ...draft, mood: mood === draft.mood ? null : mood })} />
          <Chips label={words.engagement} shown options={ENGAGEMENTS} says={words.engagements} value={draft.engagement} onTap={(engagement) => onDraft({ ...draft, engagement: engagement === draft.engagement ? null : engagement })} />
          <Checkbox label={words.leftEarly} checked={draft.leftEarly} onValue={(leftEarly) => onDraft({ ...draft, leftEarly })} />
          <TextField label={words.note} optional value={draft.note} onValue={(note) => onDraft({ ...draft, note })} />
        </div>
      )}
    </li>
  );
}

function WhichIsRight({ person, onRight }: Pick<Props, 'person' | 'onRight'>) {
  return (
    <Notice kind="warning" actions={person.said.map((said) => (
      <Button key={said.id} onClick={() => onRight(said)}>{words.isRight(said.recordedByName, words.levelsSaid[said.level] ?? said.level)}</Button>
    ))}>
      {words.whoIsRight(person.name)} {person.said.length > 2 && <Badge>{person.said.length}</Badge>}
    </Notice>
  );
}

function Chips<V extends string>({ label, shown, options, says, value, onTap }: { label: string; shown?: boolean; options: readonly V[]; says: Record<string, string>; value: string | null; onTap: (value: V) => void }) {
  return (
    <div role="group" aria-label={label}>
      {shown && <p className={styles.chipsLabel} aria-hidden="true">{label}</p>}
      <div className={styles.chips}>
        {options.map((option) => (
          <button key={option} type="button" className={styles.chip} data-level={option} aria-pressed={option === value} onClick={() => onTap(option)}>{says[option]}</button>
        ))}
      </div>
    </div>
  );
}
