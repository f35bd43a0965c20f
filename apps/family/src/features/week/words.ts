import { sayDay } from '@promenade/domain/shared/time';
import { inARow } from '@promenade/ui/words.ts';

export const words = {
  title: (person: string, monday: string) => `${person}’s week from ${sayDay(monday)}`,
  gone: (person: string) => `Nothing is planned any more. What was written down of ${person}’s weeks stays here.`,
  before: 'Earlier',
  beforeAbout: 'Earlier: the week before',
  after: 'Later',
  afterAbout: 'Later: the week after',
  thisWeek: 'This week',
  changed: 'What has changed',
  toldOn: (when: string) => `We told you ${when}.`,
  with: (names: readonly string[]) => `With ${inARow(names)}`,
  cancelled: 'This will not happen.',
  wasCancelled: 'This did not happen: it was called off.',
  said: (name: string) => `${name} wrote this down.`,
  youVisit: (from: string, to: string) => `You visit, ${from} to ${to}`,
  nothing: 'Nothing was planned.',
  nothingYet: 'Nothing is planned yet.',
} as const;
