// What was promised in the past three weeks and what came of it: kept, half kept, missed, let go, and one unexplained.

import type { PastPromise } from './content.ts';

export const past: readonly PastPromise[] = [
  {
    key: 'steven-swim-1', resident: 'steven', words: 'A swim, in the water', activity: 'swimming', level: 'take part',
    madeBy: 'sian', madeDaysAgo: 20, dueDaysAgo: 14,
    end: {
      how: 'not kept', reason: 'no driver', words: 'Siân was covering a sick shift and nobody else could drive that morning.',
      answers: 'sian', newDate: { again: 'steven-swim-2' },
    },
  },
  {
    key: 'steven-swim-2', resident: 'steven', words: 'A swim, in the water', activity: 'swimming', level: 'take part',
    madeBy: 'sian', madeDaysAgo: 13, dueDaysAgo: 9,
    end: {
      how: 'partly', words: 'He was taken to the pool and sat at the side: the only carer trained for the water was called back to the floor.',
      stillOwed: true, newDate: { again: 'steven-swim-3' },
    },
  },
  {
    key: 'steven-swim-3', resident: 'steven', words: 'A swim, in the water, for half an hour at least', activity: 'swimming', level: 'take part',
    madeBy: 'karen', madeDaysAgo: 6, dueInDays: 5,
  },
  {
    key: 'bob-walk-fern', resident: 'bob', words: 'A walk with Fern before tea, with Dean', activity: 'dog-walk', level: 'take part',
    madeBy: 'dean', madeDaysAgo: 11, dueDaysAgo: 10,
    end: { how: 'kept', words: 'Out at half past four, as far as the beck. Ate all his tea.' },
  },
  {
    key: 'bob-bowls', resident: 'bob', words: 'An afternoon at the bowls club', activity: 'bowls', level: 'take part',
    madeBy: 'geoff', madeDaysAgo: 19, dueDaysAgo: 14,
    end: { how: 'kept', words: 'Won his second end and told the whole bus.' },
  },
  {
    key: 'bob-juno', resident: 'bob', words: 'To brush Juno when Mrs Petty comes', activity: 'pet-visit', level: 'take part',
    madeBy: 'niamh', madeDaysAgo: 12, dueDaysAgo: 4,
    end: {
      how: 'not kept', reason: 'not offered', words: 'He was in the garden and nobody went to fetch him before Juno left.',
      answers: 'jaspreet', newDate: { again: 'bob-juno-2' },
    },
  },
  {
    key: 'bob-juno-2', resident: 'bob', words: 'To brush Juno, first in the ring', activity: 'pet-visit', level: 'take part',
    madeBy: 'jaspreet', madeDaysAgo: 4, dueInDays: 7,
  },
  {
    key: 'dot-chapel', resident: 'dot', words: 'Sunday service at Zion', activity: 'chapel', level: 'take part',
    madeBy: 'jaspreet', madeDaysAgo: 18, dueDaysAgo: 6,
  },
  {
    key: 'ted-match', resident: 'ted', words: 'The match with other people, and not in his room', activity: 'football-telly', level: 'take part',
    madeBy: 'piotr', madeDaysAgo: 9, dueDaysAgo: 7,
    end: { how: 'kept', words: 'Sat with Ken and Bob. Lost two-one; pies praised.' },
  },
  {
    key: 'ted-bench', resident: 'ted', words: 'A morning at the bench at Harrowby Shed', activity: 'mens-shed', level: 'take part',
    madeBy: 'geoff', madeDaysAgo: 12, dueDaysAgo: 5,
    end: { how: 'kept', words: 'Trued up a mitre for a man half his age.' },
  },
  {
    key: 'amina-bed', resident: 'amina', words: 'Her own bed dug over, with her deciding', activity: 'gardening', level: 'take part',
    madeBy: 'imran', madeDaysAgo: 17, dueDaysAgo: 10,
    end: { how: 'not kept', reason: 'weather', words: 'Ground like iron, and sleet from eleven.', answers: 'imran', newDate: { again: 'amina-bed-2' } },
  },
  {
    key: 'amina-bed-2', resident: 'amina', words: 'Garlic planted in her own bed', activity: 'gardening', level: 'take part',
    madeBy: 'imran', madeDaysAgo: 10, dueInDays: 3,
  },
  {
    key: 'miss-carr-library', resident: 'miss-carr', words: 'To the library, walking in front', activity: 'library', level: 'take part',
    madeBy: 'femi', madeDaysAgo: 9, dueDaysAgo: 6,
    end: { how: 'kept', words: 'Went in alone; Femi had a coffee across the square. Three books.' },
  },
  {
    key: 'joy-church', resident: 'joy', words: 'Church on Sunday', activity: 'chapel', level: 'take part',
    madeBy: 'tola', madeDaysAgo: 11, dueDaysAgo: 6,
    end: {
      how: 'not kept', reason: 'vehicle off the road', words: 'Flat tyre on the Berlingo at ten. She had her hat on.',
      answers: 'karen', newDate: { again: 'joy-church-2' },
    },
  },
  {
    key: 'joy-church-2', resident: 'joy', words: 'Church on Sunday, with a taxi booked in case', activity: 'chapel', level: 'take part',
    madeBy: 'karen', madeDaysAgo: 5, dueInDays: 7,
  },
  {
    key: 'peggy-stairs', resident: 'peggy', words: 'The practice stairs, with the physiotherapist’s sheet', activity: null, level: 'take part',
    madeBy: 'niamh', madeDaysAgo: 15, dueDaysAgo: 11,
    end: { how: 'kept', words: 'Four up, four down, one rail. Cross that it was not five.' },
  },
  {
    key: 'peggy-visit-home', resident: 'peggy', words: 'A morning at Beck Lane to try her own stairs', activity: null, level: 'take part',
    madeBy: 'karen', madeDaysAgo: 8, dueInDays: 9,
  },
  {
    key: 'kath-pub', resident: 'kath', words: 'Dinner at the Packhorse', activity: 'pub-lunch', level: 'take part',
    madeBy: 'femi', madeDaysAgo: 16, dueDaysAgo: 8,
    end: { how: 'kept', words: 'A table of five in the back room. Sang on the way home.' },
  },
  {
    key: 'gemma-swim', resident: 'gemma', words: 'Lengths at the pool', activity: 'swimming', level: 'take part',
    madeBy: 'sian', madeDaysAgo: 15, dueDaysAgo: 9,
    end: {
      how: 'not kept', reason: 'not enough staff', words: 'Two rang in sick and the floor would have been one short.',
      answers: 'karen', newDate: { again: 'gemma-swim-2' },
    },
  },
  {
    key: 'gemma-swim-2', resident: 'gemma', words: 'Lengths at the pool', activity: 'swimming', level: 'take part',
    madeBy: 'karen', madeDaysAgo: 7, dueInDays: 6,
  },
  {
    key: 'ken-ride', resident: 'ken', words: 'A long ride over the tops, in the front', activity: null, level: 'take part',
    madeBy: 'geoff', madeDaysAgo: 9, dueDaysAgo: 2,
    end: {
      how: 'not kept', reason: 'person unwell', words: 'Chest infection; the doctor said to stay warm.',
      answers: 'callum', newDate: { whyNone: 'Callum and Denise will name a day once the antibiotics are finished.' },
    },
  },
  {
    key: 'lily-mahjong', resident: 'lily', words: 'A mahjong set, and someone to teach two more', activity: null, level: 'take part',
    madeBy: 'ellie', madeDaysAgo: 14, dueInDays: 2,
    end: { how: 'released', words: 'No need. I have dominoes with Winston now, and I win.', by: 'Mrs Chan' },
  },
  {
    key: 'mo-sheila', resident: 'mo', words: 'Dinner out with Sheila', activity: 'pub-lunch', level: 'take part',
    madeBy: 'femi', madeDaysAgo: 13, dueDaysAgo: 8,
    end: { how: 'partly', words: 'They left before the pudding; too loud after one. Mo says it was lovely and enough.', stillOwed: false },
  },
  {
    key: 'winston-fixture', resident: 'winston', words: 'An away match at the Unity Centre', activity: null, level: 'take part',
    madeBy: 'femi', madeDaysAgo: 14, dueInDays: 12,
  },
  {
    key: 'danuta-cake', resident: 'danuta', words: 'A day with the oven to herself for the poppy-seed cake', activity: 'baking', level: 'take part',
    madeBy: 'niamh', madeDaysAgo: 5, dueInDays: 10,
  },
];
