/** A promise as a family reads it: what it has come to and everything that was ever entered about it, in sentences. */
import type { SharedKind } from '../circle/sharing.ts';
import type { AttendanceLevel, NotRunReason } from '../day/attendance.ts';
import { type EntryContent, type Level, type PromiseEntry, type PromiseState, effectOf } from '../promises/promise.ts';
import { sayErased } from '../promises/telling.ts';
import { isOverdue, isUnexplained } from '../promises/today.ts';
import { type HolidayDays, answerBy, disputesOf } from '../promises/working-days.ts';
import { type Day, dayIn, sayDay } from '../shared/time.ts';

/** Who reads, and when: a time planned is said only to those who may see plans, what happened only to those who may see that. */
export type Reading = {
  readonly person: string;
  readonly today: Day;
  readonly zone: string;
  readonly sees: ReadonlySet<SharedKind>;
  /** The account of whoever reads: their own words are theirs to read, those of others in the circle are not. */
  readonly accountId: string;
  /** Bank holidays of the home's nation, from the oldest dispute on to three weeks ahead. */
  readonly holidays: HolidayDays;
};

/** An entry with who made it. */
export type ReadEntry = PromiseEntry & { readonly byAccountId: string | null };
type Row = Pick<PromiseState, 'state' | 'level' | 'owed' | 'unexplained' | 'dueOn' | 'misses' | 'sessionId'> & { readonly paused?: boolean };
type Of<Kind extends EntryContent['kind']> = Extract<EntryContent, { kind: Kind }>;

/** How a promise is marked on the screen. */
export type Mark = 'kept' | 'partly' | 'missed' | 'unexplained' | 'released' | 'scheduled' | 'made';

export type Standing = {
  readonly mark: Mark;
  /** What has become of it: one or two short sentences. */
  readonly words: string;
  /** Why it was not kept, as a sentence; null when nobody has said or nothing was missed. */
  readonly reason: string | null;
  readonly answers: string | null;
  readonly newDate: Day | null;
};

/** The newest entry of a kind whose words are still there. */
export function latest<Kind extends EntryContent['kind']>(entries: readonly PromiseEntry[], kind: Kind): Of<Kind> | null {
  for (let n = entries.length - 1; n >= 0; n -= 1) {
    const content = entries[n]?.content;
    if (content?.kind === kind) return content as Of<Kind>;
  }
  return null;
}

/** What a promise has come to, on a day, for somebody who may see promises. */
export function standing(promise: Row, entries: readonly PromiseEntry[], reading: Reading): Standing {
  const told = promise.owed ? latest(entries, 'explained') : null;
  const explained = told && !isUnexplained(promise, reading.today) ? told : null;
  return {
    mark: markOf(promise, reading.today),
    words: sayStanding(promise, entries, reading),
    reason: explained && sayReason(explained.reason, explained.words, reading.person),
    answers: explained && explained.answers,
    newDate: explained && explained.newDate,
  };
}

function markOf(promise: Row, today: Day): Mark {
  if (isUnexplained(promise, today)) return 'unexplained';
  if (promise.state === 'partly kept') return 'partly';
  if (promise.state === 'closed') return 'released';
  return promise.state === 'not kept' ? 'missed' : promise.state;
}

function sayStanding(promise: Row, entries: readonly PromiseEntry[], reading: Reading): string {
  const happened = promise.state === 'partly kept' ? `${sayPart(latestPart(entries, promise.level), reading)} ` : '';
  if (isUnexplained(promise, reading.today)) return `${happened}${sayUnexplained(promise, reading.today)} Still owed.`;
  if (promise.paused) return `${happened}It waits until ${reading.person} is back.`;
  switch (promise.state) {
    case 'kept':
      return 'Kept.';
    case 'closed':
      return 'It was closed.';
    case 'released':
      return `${reading.person} let this go.`;
    case 'partly kept':
      return promise.owed ? `${happened}Still owed.` : `${happened}${reading.person} says that is enough.`;
    case 'not kept':
      return 'It did not happen. Still owed.';
    case 'scheduled':
      return reading.sees.has('plan') ? `Planned for ${latest(entries, 'scheduled')?.when ?? 'a time not written down'}.` : 'A time is planned.';
    case 'made':
      return `To be kept by ${sayDay(promise.dueOn)}.`;
  }
}

function sayUnexplained(promise: Row, today: Day): string {
  const what = promise.state === 'not kept' ? 'It did not happen.' : isOverdue(promise, today) ? `It was due on ${sayDay(promise.dueOn)}.` : 'It fell through.';
  return `${what} Nobody has said why yet.`;
}

/** The last time a part of it was kept: a session declined since then does not undo it. */
function latestPart(entries: readonly PromiseEntry[], promised: Level): Of<'attended'> | null {
  const parts = entries.filter(({ content }) => content?.kind === 'attended' && effectOf(promised, content.level, content.leftEarly) === 'partly kept');
  return latest(parts, 'attended');
}

/** Watching is not taking part, and is not said as if it were. */
function sayPart(attended: Of<'attended'> | null, { sees }: Reading): string {
  if (!attended || !sees.has('attendance')) return 'Partly kept.';
  if (attended.level === 'watched') return 'Watched, did not take part.';
  if (attended.level === 'joined in a little') return 'Joined in a little.';
  return attended.leftEarly ? 'Took part, but left early.' : 'Partly kept.';
}

const BECAUSE: Readonly<Record<NotRunReason, string>> = {
  'no driver': 'There was no driver.',
  'not enough staff': 'There were not enough staff.',
  'vehicle off the road': 'The vehicle was off the road.',
  'weather': 'The weather was against it.',
  'venue closed': 'The place was closed.',
  'person unwell': '',
  'not offered': 'It was not offered.',
  'other': '',
};

/** Why something was not kept, as a sentence, with the words that were added. */
export function sayReason(reason: NotRunReason, words: string, person: string): string {
  const because = reason === 'person unwell' ? `${person} was unwell.` : BECAUSE[reason];
  return [because, words.trim()].filter(Boolean).join(' ') || 'Another reason, with no words beside it.';
}

const ATTENDED: Readonly<Record<AttendanceLevel, string>> = {
  'took part': 'took part',
  'joined in a little': 'joined in a little',
  'watched': 'watched, and did not take part',
  'asleep or withdrawn': 'was asleep or withdrawn',
  'declined': 'did not want to',
  'not offered': 'was not offered it',
};

/** What happened for the person in a session: 'Steven watched, and did not take part.' */
export function sayAttended(person: string, level: AttendanceLevel, leftEarly: boolean): string {
  return `${person} ${ATTENDED[level]}${leftEarly ? ', and left early' : ''}.`;
}

/** How the last dispute of a promise stands: until when it is to be answered, whether it was, and whether it has gone further. */
export type DisputeStanding = { readonly state: 'waiting' | 'overdue' | 'answered'; readonly answerBy: Day; readonly words: string };

/** Null when nobody has said that it was not so. */
export function disputeStanding(entries: readonly PromiseEntry[], { today, zone, holidays }: Reading): DisputeStanding | null {
  const dispute = disputesOf(entries, { today, zone, holidays }).at(-1);
  if (!dispute) return null;
  const { answerBy: by, answeredAt, isLate, seq } = dispute;
  if (answeredAt) return { state: 'answered', answerBy: by, words: `The manager answered on ${sayDay(dayIn(zone, answeredAt))}${isLate ? `, later than ${sayDay(by)}` : ''}.` };
  if (!isLate) return { state: 'waiting', answerBy: by, words: `The manager is to answer by ${sayDay(by)}.` };
  const hasGone = entries.some(({ content }) => content?.kind === 'escalated' && 'dispute' in content.because && content.because.dispute === seq);
  return { state: 'overdue', answerBy: by, words: `The manager was to answer by ${sayDay(by)}, and has not. ${hasGone ? 'It has gone to the group.' : 'It goes to the group.'}` };
}

const quoted = (words: string) => (words.trim() ? `: “${words.trim()}”` : '.');

/** One entry of a promise's history as a sentence. */
export function sayEntry(entry: ReadEntry, reading: Reading): string {
  const { content } = entry;
  if (!content) return 'The words of this entry were erased, as the law asks. That it was here stays.';
  const { person, sees } = reading;
  switch (content.kind) {
    case 'made':
      return `${content.madeBy} promised ${content.madeTo}: “${content.words}”, ${content.level === 'taking part' ? 'taking part' : 'to watch'}, by ${sayDay(content.dueOn)}.`;
    case 'scheduled':
      return sees.has('plan') ? `It was planned for ${content.when}.` : 'A time was planned.';
    case 'unscheduled':
      return `It was taken out of the plan${quoted(content.why)}`;
    case 'attended':
      return sees.has('attendance') ? `${sayAttended(person, content.level, content.leftEarly)} ${content.recordedBy} wrote it down.` : 'What happened in the session was written down.';
    case 'fell through':
      return `It fell through${quoted(content.words)}`;
    case 'explained':
      return sayExplained(content, person);
    case 'released':
      return `${content.by} let it go${quoted(content.words)}`;
    case 'enough':
      return `${content.by} said that this is enough${quoted(content.words)}`;
    case 'paused':
      return `It waits${quoted(content.why)}`;
    case 'resumed':
      return `It is looked forward to again, and due by ${sayDay(content.dueOn)}.`;
    case 'closed':
      return `It was closed${quoted(content.why)}`;
    case 'confirmed':
      return entry.byAccountId === reading.accountId ? `You confirmed it${quoted(content.words)}` : `Somebody else close to ${person} confirmed it.`;
    case 'disputed':
      return sayDisputed(entry.byAccountId === reading.accountId, content, sayDay(answerBy(dayIn(reading.zone, entry.at), reading.holidays)), person);
    case 'asked':
      return `${content.by} was asked whether it is still wanted${quoted(content.words)}`;
    case 'escalated':
      return content.words;
    case 'answered':
      return `${content.by} answered${quoted(content.words)}`;
    case 'erased':
      return sayErased(content);
  }
}

function sayExplained(content: Of<'explained'>, person: string): string {
  const date = content.newDate ? `The new date is ${sayDay(content.newDate)}.` : `There is no new date yet${quoted(content.whyNoDate ?? '')}`;
  return `The reason was given. ${sayReason(content.reason, content.words, person)} ${content.answers} answers for it. ${date}`;
}

function sayDisputed(isOwn: boolean, content: Of<'disputed'>, answerBy: string, person: string): string {
  const what = isOwn ? `You said that it was not so${quoted(content.words)}` : `Somebody else close to ${person} said that it was not so.`;
  return `${what} The manager is to answer by ${answerBy}.`;
}
