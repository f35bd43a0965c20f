import { Check, CircleOff, Contrast, Eye, Hand, Moon, NotebookPen } from 'lucide-react';
import type { ReactNode } from 'react';
import { ATTENDANCE_LEVELS, type AttendanceLevel } from '@promenade/domain/day/attendance';
import { Button } from '@promenade/ui/button';
import { Notice } from '@promenade/ui/notice';
import { PersonChip } from '@promenade/ui/person-chip';
import { Unseen } from '@promenade/ui/unseen';
import { type Draft, type GroupPerson, type RecordedPerson, type Said, needIsOpen } from './draft.ts';
import styles from './record.module.css';
import { words } from './words.ts';

export const rowOf = (residentId: string) => `row-${residentId}`;

type Props = {
  /** As they are called among the others. */
  name: string;
  person: RecordedPerson;
  group: GroupPerson | undefined;
  draft: Draft;
  isOpen: boolean;
  disabled: boolean;
  onOpen: () => void;
  onLevel: (level: string) => void;
  onRight: (said: Said) => void;
};

const ICONS: Record<AttendanceLevel, ReactNode> = { 'took part': <Check />, 'joined in a little': <Contrast />, watched: <Eye />, 'asleep or withdrawn': <Moon />, declined: <Hand />, 'not offered': <CircleOff /> };

/** One person in one line: six levels to tap; a tap on the name opens what else there is to say. */
export function PersonRow({ name, person, group, draft, isOpen, disabled, onOpen, onLevel, onRight }: Props) {
  const said = [draft.mood && words.moods[draft.mood], draft.engagement && words.engagements[draft.engagement], draft.help && words.helps[draft.help], draft.leftEarly && words.leftEarly, draft.need && draft.need.what !== 'nothing' && words.needed(words.needs[draft.need.what] ?? '')].filter(Boolean).join(' · ');
  return (
    <li id={rowOf(person.residentId)} className={styles.row} data-open={isOpen}>
      <button type="button" className={styles.who} aria-expanded={isOpen} onClick={onOpen}>
        <PersonChip id={person.residentId} name={name} size="small" />
        {draft.note !== '' && <NotebookPen className={styles.mark} aria-label={words.hasWords} role="img" />}
        <Unseen>{words.moreOf}</Unseen>
      </button>
      <div role="group" aria-label={words.levelOf(name)} className={styles.levels}>
        {ATTENDANCE_LEVELS.map((level) => (
          <button key={level} type="button" className={styles.level} data-level={level} aria-pressed={level === draft.level} disabled={disabled} aria-label={words.levels[level]} onClick={() => onLevel(level)}>
            {ICONS[level]}<span className={styles.short}>{words.levelsShort[level]}</span><span className={styles.full}>{words.levels[level]}</span>
          </button>
        ))}
      </div>
      {(said || person.promised) && <p className={styles.saidLine}>{said || words.promised(person.promised ?? '')}</p>}
      {needIsOpen(draft, group) && isOpen && <Unseen>{words.asksNeed(name)}</Unseen>}
      {person.disputed && (
        <Notice kind="warning" actions={person.said.map((each) => (
          <Button key={each.id} onClick={() => onRight(each)}>{words.isRight(each.recordedByName, words.levelsSaid[each.level] ?? each.level)}</Button>
        ))}>{words.whoIsRight(name)}</Notice>
      )}
    </li>
  );
}
