/** How long it has been quiet round somebody, counted honestly, and one thing that is possible now, in words. */
import { type Day, daysBetween } from '../shared/time.ts';
import { inWords } from '../shared/words.ts';

/** From so many days without anything meaningful somebody is on the quiet list; and so is whoever nobody knows anything of. */
const QUIET_FROM_DAYS = 2;

export function isQuiet(days: number | null): boolean {
  return days === null || days >= QUIET_FROM_DAYS;
}

export type QuietTime = {
  /** Whole days; null when nobody knows since when. */
  readonly days: number | null;
  /** What they are counted from. */
  readonly since: 'something meaningful' | 'being back' | 'moving in' | null;
};

/**
 * Days since something meaningful, or since there could have been: nobody was quiet here while they were in hospital, away
 * or not yet living here. `backOn` is the day they last came back.
 */
export function quietTime({ lastOn, movedIn, backOn }: { readonly lastOn: Day | null; readonly movedIn: Day | null; readonly backOn: Day | null }, today: Day): QuietTime {
  const counted = (day: Day, since: QuietTime['since']): QuietTime => ({ days: Math.max(0, daysBetween(day, today)), since });
  if (backOn !== null && (lastOn === null || backOn > lastOn)) return counted(backOn, 'being back');
  if (lastOn !== null) return counted(lastOn, 'something meaningful');
  return movedIn === null ? { days: null, since: null } : counted(movedIn, 'moving in');
}

const SINCE: Readonly<Record<'something meaningful' | 'being back' | 'moving in', string>> = {
  'something meaningful': 'since something meaningful', 'being back': 'since they came back, and nothing meaningful yet', 'moving in': 'since they moved in, and nothing meaningful yet',
};

/** '4 days since something meaningful', 'Nothing recorded yet'. */
export function sayQuiet({ days, since }: QuietTime): string {
  if (days === null || since === null) return 'Nothing recorded yet';
  return days === 0 ? `Today${since === 'something meaningful' ? '' : ` ${SINCE[since].replace('since they', 'they')}`}` : `${days} ${days === 1 ? 'day' : 'days'} ${SINCE[since]}`;
}

/** 'Lounge' as 'the lounge'; a room that is a number keeps its name. */
export function sayRoom(name: string): string {
  if (/^(room|the)\b/iu.test(name)) return name.replace(/^The\b/u, 'the');
  return `the ${/^\p{Lu}\p{Ll}/u.test(name) ? name.slice(0, 1).toLowerCase() + name.slice(1) : name}`;
}

/** Why something is possible: 'Bob likes it; Ada Bell is on shift until 20:00; the lounge is free until 15:30.' */
export function sayMoment({ name, staff, staffUntil, room, roomUntil }: { readonly name: string; readonly staff: readonly string[]; readonly staffUntil: string; readonly room: string | null; readonly roomUntil: string | null }): string {
  const parts = [
    `${name} likes it`,
    `${inWords(staff)} ${staff.length === 1 ? 'is' : 'are'} on shift until ${staffUntil}`,
    ...(room === null ? [] : [`${sayRoom(room)} is free${roomUntil === null ? '' : ` until ${roomUntil}`}`]),
  ];
  return `${parts.join('; ')}.`;
}

/** Why nothing is possible just now, and from when it may be. */
export function sayNoMoment(name: string, why: 'not free' | 'no likes' | 'not now' | 'nobody', until: string | null, activity: string | null = null): string {
  switch (why) {
    case 'not free':
      return until === null ? `${name} is not free any more today.` : `${name} is not free until ${until}.`;
    case 'no likes':
      return `Nothing at home that ${name} likes is on record, or they have said no to it today. Ask them, or see their life story.`;
    case 'not now':
      return until === null || activity === null ? `Nothing ${name} likes can be done any more today: its time, its room or what it takes is not there.` : `Nothing ${name} likes can be done this minute; “${activity}” can from ${until}.`;
    case 'nobody':
      return until === null ? `Nobody can be spared for ${name} any more today.` : `Nobody can be spared for ${name} just now; from ${until} somebody can.`;
  }
}
