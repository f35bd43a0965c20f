import { sayDay } from '@promenade/domain/shared/time';

const short = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });

/** '2 Nov'. */
export const dayBriefly = (day: string) => short.format(new Date(`${day}T00:00:00Z`));

const OUTCOMES: Readonly<Record<string, string>> = {
  'counted': 'All that count', 'kept': 'Kept', 'partly kept': 'Kept in part', 'not kept': 'Not kept', 'unexplained': 'Not kept, no reason yet', 'declined': 'Said no on the day', 'released': 'Let go', 'closed': 'Closed',
};
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

export const words = {
  title: (name: string | null) => (name === null ? 'Promises kept' : `Promises kept to ${name}`),
  lead: (name: string | null) => (name === null ? 'How often what was promised here came true, and where it did not. Touch a number to see what is behind it.' : `How often what was promised to ${name} came true. Touch a number to see what is behind it.`),
  back: (name: string) => `Back to ${name}`,
  toPromises: 'All promises',
  period: 'Over how long',
  periods: [['4 weeks', 'Four weeks'], ['12 weeks', 'Twelve weeks'], ['year', 'A year']] as const,
  days: (from: string, to: string) => `${sayDay(from)} to ${sayDay(to)}`,
  rate: (kept: number, of: number) => `${kept} of ${of}`,
  rateAbout: 'kept, of those that came due',
  none: 'No promise came due in these days.',
  noneWhy: 'Choose a longer time above, or make a promise that can be kept.',
  between: (low: number, high: number, of: number) => `${of < 20 ? 'With so few' : 'Counted this often'}, the true share lies somewhere from ${low} % to ${high} %.`,
  tooFew: 'That is too few to say more than the number itself.',
  outcomes: OUTCOMES,
  notCounted: 'Not counted',
  week: 'Week by week',
  weekOf: (day: string) => `Week of ${sayDay(day)}`,
  noWeek: (day: string) => `Week of ${sayDay(day)}: none came due`,
  weekRate: (kept: number, of: number) => `${kept} of ${of} kept`,
  legend: [['kept', 'Kept'], ['partly', 'In part'], ['missed', 'Not kept']] as const,
  reason: 'Why not',
  reasonLead: 'Those that were not kept, by the reason that was given.',
  noReason: 'Nothing was missed in these days.',
  weekday: 'By day of the week',
  weekdayLead: 'The day on which they were due.',
  kind: 'By kind of activity',
  kindLead: 'Kept, of those that came due.',
  answers: 'Who answers for them',
  answersLead: 'Whom to ask about those that were not kept. By name, and not as a score.',
  what: 'What counts',
  rules: [
    'Each day on which a promise came due counts once: as kept, kept in part, or not kept. Watching what one was to take part in is a part.',
    'A promise that was missed twice and then kept came due three times, and was kept once. It makes no difference whether somebody gave a reason in between.',
    'One that was kept early counts on the day it was kept. The day of the session counts, not when it was written down.',
    'What the person said no to on the day, what they let go of, what was closed after a move or a death, and the days of a promise that waited while they were away are not counted.',
    'The range is a 95 % interval by Wilson’s method. It is shown from ten on.',
  ],
  list: {
    back: 'Back to the numbers',
    lead: (total: number) => (total === 1 ? 'One time a promise came due.' : `${total} times a promise came due.`),
    more: (shown: number, total: number) => `The latest ${shown} of ${total}. Choose a shorter time to see all of them.`,
    empty: 'Nothing stands behind this number.',
    day: 'Day', who: 'Who', what: 'What was promised', came: 'What came of it',
    due: (day: string) => `due ${sayDay(day)}`,
    answers: (name: string) => `${name} answers for it.`,
    time: (time: number) => `The ${ORDINALS[time - 1] ?? `${time}th`} time it came due`,
    of: (group: string, key: string, outcome: string | null) => [OUTCOMES[outcome ?? ''] ?? 'All', group === 'all' ? null : key].filter((part) => part !== null).join(': '),
  },
} as const;
