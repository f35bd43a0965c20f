/** The history of a promise in sentences: what happened, in words that anybody entitled to read it understands. */
import { type Day, sayDay } from '../shared/time.ts';
import { inWords } from '../shared/words.ts';
import { GROUNDS } from './ledger-erasure.ts';
import { type EntryContent, effectOf, type Level } from './promise.ts';

/** Who said it, as far as the words are still there. */
export function saidBy(content: EntryContent | null): string {
  if (content === null) return '';
  switch (content.kind) {
    case 'made':
      return content.madeBy;
    case 'attended':
    case 'released':
    case 'enough':
    case 'asked':
      return content.recordedBy;
    case 'escalated':
      return '';
    case 'scheduled':
    case 'unscheduled':
    case 'fell through':
    case 'explained':
    case 'paused':
    case 'resumed':
    case 'closed':
    case 'confirmed':
    case 'disputed':
    case 'answered':
    case 'erased':
      return content.by;
  }
}

/** An entry as a sentence. Erased words leave a sentence that says so. */
export function tellEntry(content: EntryContent | null, promised: Level): string {
  if (content === null) return 'What was said here has been erased, as the law requires. That it was said remains.';
  switch (content.kind) {
    case 'made':
      return `Promised to ${content.madeTo} by ${sayDay(content.dueOn)}: ${content.words}${ended(content.words)} How it was found possible: ${content.found}`;
    case 'scheduled':
      return `Planned for ${content.when}.`;
    case 'unscheduled':
      return `No longer planned: ${content.why}`;
    case 'attended':
      return tellAttendance(content, promised);
    case 'fell through':
      return `It fell through: ${content.words}`;
    case 'explained':
      return tellExplanation(content);
    case 'released':
      return `${content.by} let it go (${content.right}): “${content.words}”`;
    case 'enough':
      return `${content.by} said that it was enough (${content.right}): “${content.words}”`;
    case 'paused':
      return `It waits: ${content.why}`;
    case 'resumed':
      return `It is looked forward to again. It is due by ${sayDay(content.dueOn)}.`;
    case 'closed':
      return `It was closed: ${content.why}`;
    case 'confirmed':
      return `${content.by} confirmed it${content.words ? `: “${content.words}”` : '.'}`;
    case 'disputed':
      return `${content.by} says it was not so: “${content.words}”`;
    case 'answered':
      return `${content.by} answered: “${content.words}”`;
    case 'asked':
      return `${content.by} was asked after saying no again and again, and said: ${content.answer === 'still wanted' ? 'it is still wanted' : 'offer it otherwise'}. “${content.words}”`;
    case 'escalated':
      return content.words;
    case 'erased':
      return sayErased(content);
  }
}

const ended = (words: string) => (/[.!?]$/.test(words.trim()) ? '' : '.');

const WHAT: Record<Extract<EntryContent, { kind: 'attended' }>['level'], string> = {
  'took part': 'Took part',
  'joined in a little': 'Joined in a little',
  watched: 'Watched',
  'asleep or withdrawn': 'Was asleep or withdrawn',
  declined: 'Said no on the day',
  'not offered': 'It was not offered',
};

function tellAttendance({ level, leftEarly }: Extract<EntryContent, { kind: 'attended' }>, promised: Level): string {
  const what = `${WHAT[level]}${leftEarly ? ' and left early' : ''}.`;
  switch (effectOf(promised, level, leftEarly)) {
    case 'kept':
      return `${what} The promise is kept.`;
    case 'partly kept':
      return `${what} That keeps only a part of it: it is still owed.`;
    case 'declined':
      return `${what} It stays owed, and is no miss.`;
    case 'missed':
      return `${what} The promise was not kept.`;
  }
}

function tellExplanation({ reason, words, answers, newDate, whyNoDate }: Extract<EntryContent, { kind: 'explained' }>): string {
  const why = words.trim() ? `${reason}: ${words.trim()}` : reason;
  return `Why it was not kept: ${why}${ended(why)} ${answers} answers for it. ${newDate ? sayNewDate(newDate) : `No new date yet: ${whyNoDate ?? ''}`}`;
}

const sayNewDate = (day: Day) => `The new date is ${sayDay(day)}.`;

/** That words were erased: of which entries and on what ground; never what they were. */
export function sayErased({ seqs, ground }: Extract<EntryContent, { kind: 'erased' }>): string {
  const which = seqs.length === 1 ? `The words of entry ${seqs[0]} have` : `The words of entries ${inWords(seqs.map(String))} have`;
  return `${which} been erased, as the law requires: ${GROUNDS[ground]} What is owed has not changed by it.`;
}
