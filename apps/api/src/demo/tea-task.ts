// Peggy's cup of tea: five weeks on the independence ladder, with the bad days left in.

import type { TeaTaskContent } from './content.ts';

export const teaTask: TeaTaskContent = {
  resident: 'peggy',
  activity: 'make-tea',
  words: 'Make a cup of tea',
  steps: [
    'Walk to the kitchen',
    'Fill the kettle',
    'Reach down the cup and the caddy',
    'Pour the water',
    'Add the milk',
    'Carry it to the table',
  ],
  startRung: 2,
  hopedRung: 6,
  history: [
    { daysAgo: 36, rung: 2, words: 'One hand on her belt and one on the kettle.' },
    { daysAgo: 35, rung: 2 },
    { daysAgo: 33, rung: 3, words: 'Kettle half filled beforehand; she did the rest.' },
    { daysAgo: 31, rung: 2, words: 'Poor night, sore hip.' },
    { daysAgo: 30, rung: 3 },
    { daysAgo: 28, rung: 3 },
    { daysAgo: 27, rung: 3 },
    { daysAgo: 25, rung: 4, words: 'The tipper came. Only words needed.' },
    { daysAgo: 23, rung: 3 },
    { daysAgo: 22, rung: 4 },
    { daysAgo: 20, rung: 4 },
    { daysAgo: 18, rung: 4 },
    { daysAgo: 17, rung: 3, words: 'Agency carer set it all out for her. Peggy noticed.' },
    { daysAgo: 15, rung: 4 },
    { daysAgo: 13, rung: 5, words: 'Niamh stood in the doorway and read the paper.' },
    { daysAgo: 11, rung: 4, words: 'Tired after the stairs.' },
    { daysAgo: 10, rung: 5 },
    { daysAgo: 8, rung: 5 },
    { daysAgo: 6, rung: 5 },
    { daysAgo: 4, rung: 4, words: 'Trolley wheel stuck; talked through it.' },
    { daysAgo: 3, rung: 5 },
    { daysAgo: 1, rung: 5, words: 'Made one for Claire as well.' },
  ],
};
