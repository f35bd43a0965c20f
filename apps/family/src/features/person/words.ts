import { addDays, sayDay } from '@promenade/domain/shared/time';
import type { Day } from '@promenade/domain/shared/time';
import { inARow } from '@promenade/ui/words.ts';

export const words = {
  people: 'Your people',
  nobodyTitle: 'Nothing is shared with you at the moment',
  nobody: 'When somebody shares something with you, it is here at once. If you think it should be here already, ring the home.',
  owed: 'Promised, and still open',
  owedNone: 'Nothing is open.',
  closed: (many: number) => (many === 1 ? 'One promise that was kept or let go' : `${many} promises that were kept or let go`),
  changed: 'What has changed',
  toldOn: (day: string, time: string) => `We told you ${/^[a-z]/.test(day) ? day : `on ${day}`} at ${time}.`,
  planned: 'The next seven days',
  plannedNone: 'Nothing is planned yet. When the home plans something, it is here.',
  with: (names: readonly string[]) => `With ${inARow(names)}`,
  cancelled: 'This will not happen.',
  happened: 'What happened',
  happenedNone: 'Nothing was written down in the past three weeks. Ask the home why.',
  earlier: (many: number) => `Show ${many} earlier`,
  said: (name: string, day: string) => `${name} wrote this down ${/^[a-z]/.test(day) ? day : `on ${day}`}.`,
  lastTime: 'Why it was not kept before:',
  answers: (name: string) => `${name} answers for this.`,
  newDate: (day: string) => `New date: ${day}.`,
  promisedBy: (name: string, day: string) => `Promised by ${name}, for ${day}.`,
  gone: 'How promises have gone',
  times: (times: number) => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`),
  whyNot: 'Why a promise was not kept:',
  sharing: (person: string, decides: boolean) => (decides ? `Who sees what of ${person}` : 'What is shared with you'),
} as const;

/** The same inside a sentence: 'today', 'Thursday 26 November'. */
export function dayWithin(today: Day, day: Day): string {
  const words = dayFrom(today, day);
  return /^(Today|Tomorrow|Yesterday)$/.test(words) ? words.toLowerCase() : words;
}

/** 'Today', 'Tomorrow', 'Yesterday', or the day as people say it. */
export function dayFrom(today: Day, day: Day): string {
  if (day === today) return 'Today';
  if (day === addDays(today, 1)) return 'Tomorrow';
  if (day === addDays(today, -1)) return 'Yesterday';
  return sayDay(day);
}
