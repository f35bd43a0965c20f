import { ChevronDown, NotebookPen } from 'lucide-react';
import { ATTENDANCE_LEVELS } from '@promenade/domain/day/attendance';
import { Button } from '@promenade/ui/button';
import { Notice } from '@promenade/ui/notice';
import { PersonChip } from '@promenade/ui/person-chip';
import { Unseen } from '@promenade/ui/unseen';
import { type Draft, type GroupPerson, type RecordedPerson, type Said, needIsOpen } from './draft.ts';
import styles from './record.module.css';
import { words } from './words.ts';

export const rowOf = (residentId: string) => `row-${residentId}`;

type Props = {
  person: RecordedPerson;
  group: GroupPerson | undefined;
  draft: Draft;
  isOpen: boolean;
  disabled: boolean;
  onOpen: () => void;
  onLevel: (level: string) => void;
  onRight: (said: Said) => void;
};

/** One person in one line: six levels to tap. Where there is little room, the level that stands is shown and the six come with a tap. */
export function PersonRow({ person, group, draft, isOpen, disabled, onOpen, onLevel, onRight }: Props) {
  const said = [draft.mood && words.moods[draft.mood], draft.engagement && words.engagements[draft.engagement], draft.help && words.helps[draft.help], draft.leftEarly && words.leftEarly, draft.need && draft.need.what !== 'nothing' && words.needed(words.needs[draft.need.what] ?? '')].filter(Boolean).join(' · ');
  return (
    <li id={rowOf(person.residentId)} className={styles.row} data-open={isOpen}>
      <button type="button" className={styles.who} aria-expanded={isOpen} onClick={onOpen}>
        <PersonChip id={person.residentId} name={person.name} size="small" about={said || (person.promised ? words.promised(person.promised) : undefined)} />
        {draft.note !== '' && <NotebookPen className={styles.mark} aria-label={words.hasWords} role="img" />}
        <span className={styles.stands} data-level={draft.level} aria-hidden="true">{words.levels[draft.level]} <ChevronDown /></span>
        <Unseen>{words.moreOf}</Unseen>
      </button>
      <div role="group" aria-label={words.levelOf(person.name)} className={styles.levels}>
        {ATTENDANCE_LEVELS.map((level) => (
          <button key={level} type="button" className={styles.chip} data-level={level} aria-pressed={level === draft.level} disabled={disabled} onClick={() => onLevel(level)}>{words.levels[level]}</button>
        ))}
      </div>
      {needIsOpen(draft, group) && isOpen && <Unseen>{words.asksNeed(person.name)}</Unseen>}
      {person.disputed && (
        <Notice kind="warning" actions={person.said.map((each) => (
          <Button key={each.id} onClick={() => onRight(each)}>{words.isRight(each.recordedByName, words.levelsSaid[each.level] ?? each.level)}</Button>
        ))}>{words.whoIsRight(person.name)}</Notice>
      )}
    </li>
  );
}
