import { sayDay } from '@promenade/domain/shared/time';
import { words as shared } from '@promenade/ui/words.ts';

export const words = {
  title: (name: string) => (name ? `${name}: doing more` : 'Doing more'),
  lead: 'One tap says how much help it took. The last tap of a day counts.',
  none: 'No tasks yet',
  noneWhat: 'Begin with one thing the person would like to do again.',
  add: 'Begin a task',
  howMuch: 'How much help today?',
  saved: (rung: string) => `Recorded: ${rung}. Tap another step if that was not it.`,
  serves: (outcome: string) => `For: “${outcome}”`,
  chart: 'What happened, and what is hoped for',
  hopedFor: (rung: number, day: string) => `Hoped for: ${(shared.ladder[rung] ?? '').toLowerCase()} by ${sayDay(day)}.`,
  reviews: {
    reached: 'Reached three times in a row. Look at it together: keep it, or hope for more.',
    'no movement': 'No movement for four weeks. Look at it together.',
    'more help': 'Help is going up. Look at it together.',
    'date passed': 'The day it was hoped for has passed. Look at it together.',
  } as Record<string, string>,
  end: 'This task is finished',
  ended: (day: string) => `Finished ${sayDay(day)}`,
  formTitle: 'Begin a task',
  name: 'What is the task?',
  nameHint: 'In their words: “making my own tea”.',
  startRung: 'How it is now',
  hopedRung: 'What is hoped for',
  hopedOn: 'By when',
  save: 'Begin',
} as const;
