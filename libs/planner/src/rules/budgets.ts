/** Rule 9: nobody spends more than they have. */
import type { Rule } from '../rule.ts';
import { pounds } from '../names.ts';

export const budgetsRule: Rule = {
  number: 9,
  name: 'Nobody spends more than their budget',
  find: ({ attendedBy }) =>
    [...attendedBy].flatMap(([resident, own]) => {
      const { budget } = resident;
      const spent = own.reduce((sum, { activity }) => sum + activity.cost, 0);
      if (budget === null || spent <= budget) return [];
      return [{
        sessions: own.filter(({ activity }) => activity.cost > 0),
        ids: [resident.id],
        amount: spent - budget,
        say: (names) => `${names.call('resident', resident.id)} would spend ${pounds(spent)}, but has ${pounds(budget)}.`,
      }];
    }),
};
