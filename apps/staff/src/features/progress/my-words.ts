import { sayDay } from '@promenade/domain/shared/time';

/** Read by the person and read aloud to them: twelve words a sentence at most. */
export const words = {
  title: (name: string) => `${name}’s progress`,
  comfortTitle: (name: string) => `What matters to ${name}`,
  hear: 'Hear this',
  views: 'What to look at',
  week: 'My week',
  parts: { want: 'What I want', matters: 'What matters to me', myself: 'What I do myself', next: 'What comes next', enjoyed: 'What I enjoyed', goodDays: 'What made good days' },
  nothing: {
    want: 'Nothing is written down yet. What would you like? Tell us.',
    matters: 'Nothing is written down yet. What is good for you? Tell us.',
    myself: 'Nothing is written down here yet. You know best what you do. Tell us.',
    next: 'No next step yet. What would you like to try? Tell us.',
    enjoyed: 'Nothing is written down from these weeks. What did you enjoy? Tell us.',
    goodDays: 'Nothing is written down from these weeks. What was good? Tell us.',
  },
  now: 'Now',
  bySelf: 'You said so.',
  byOther: (name: string) => `${name} sees it so.`,
  notSaid: 'How does it go? Tell us.',
  next: 'Next',
  done: 'Done',
  doneSteps: (steps: number) => (steps === 0 ? '' : steps === 1 ? 'One step is done.' : 'These steps are done.'),
  onOwn: 'I do this',
  together: 'Together with somebody',
  when: (day: string) => sayDay(day),
  photo: (what: string) => `A photo: ${what}`,
  helper: { title: 'For whoever helps', aloud: 'Read aloud' },
} as const;
