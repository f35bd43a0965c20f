import { count } from '@promenade/ui/words.ts';

export const words = {
  waits: (some: number) => `${count(some, 'record', 'records')} on this tablet ${some === 1 ? 'waits' : 'wait'} for a connection`,
  waitsWhat: 'Nothing is lost. They go out by themselves as soon as there is one.',
  howMuch: 'How much help today?',
  howMuchFor: (task: string) => `${task}: how much help?`,
  saved: (rung: string) => `Recorded: ${rung}. Tap another step if that was not it.`,
  kept: (rung: string) => `No connection: kept on this tablet: ${rung}. It goes out by itself.`,
  different: 'What was different today?',
  differentHint: 'Only if you like to say.',
  reasons: { tired: 'Tired', 'in pain': 'In pain', unwell: 'Unwell', 'our hurry': 'We were in a hurry', 'asked me to': 'Asked me to', other: 'Something else' } as Readonly<Record<string, string>>,
  thanks: 'Thank you. It is kept with this entry.',
  with: (aid: string) => `With: ${aid}`,
  withNothing: 'Without an aid',
  change: 'Another aid',
  none: 'No aid',
} as const;
