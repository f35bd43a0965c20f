import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { inARow } from '@promenade/ui/words.ts';

/** '10 o’clock in the morning', 'half past 2 in the afternoon'. */
export function clock(time: string): string {
  const [hour, minute] = [Number(time.slice(0, 2)), Number(time.slice(3, 5))];
  if (hour === 12 && minute === 0) return 'noon';
  const part = hour < 12 ? 'in the morning' : hour < 18 ? 'in the afternoon' : 'in the evening';
  const twelve = hour % 12 || 12;
  const said = minute === 0 ? `${twelve} o’clock` : minute === 30 ? `half past ${twelve}` : minute === 15 ? `quarter past ${twelve}` : minute === 45 ? `quarter to ${(twelve % 12) + 1}` : `${twelve}:${String(minute).padStart(2, '0')}`;
  return `${said} ${part}`;
}

/** Read by the person and read aloud to them: twelve words a sentence at most. */
export const words = {
  title: (name: string) => `${name}’s week`,
  today: 'Today',
  tomorrow: 'Tomorrow',
  at: (time: string) => (time === '12:00' ? 'at noon' : `at ${clock(time)}`),
  where: (place: string) => `Where: ${place}.`,
  with: (names: readonly string[]) => `With ${inARow(names)}.`,
  views: 'What to look at',
  week: 'My week',
  forward: 'I look forward to',
  promises: 'My promises',
  choose: 'I choose',
  progress: 'My progress',
  hear: 'Hear this',
  next: 'Next',
  everyDay: 'Every day',
  nothing: 'Nothing is planned in these days.',
  nothingForward: 'Touch something in your week, and say yes.',
  nothingPromised: 'Nothing is promised to you now.',
  isOff: 'This will not happen.',
  saidYes: 'You said yes',
  saidNo: 'You said no',
  back: 'Back to my week',
  yes: 'Yes, I look forward to it',
  no: 'No, not this',
  yesTo: (what: string) => `You look forward to ${what}.`,
  noTo: (what: string) => `You said no to ${what}.`,
  somebodyKnows: 'The staff will see it. Somebody will talk with you.',
  askedAgain: 'It is still yours. Somebody will ask you again.',
  notMeant: 'I did not mean that',
  takenBack: 'That is taken back.',
  notSent: 'That did not work. Please try again.',
  promisedBy: (name: string) => `${name} promised it.`,
  by: (day: string) => `By ${day}.`,
  plannedFor: (at: Date, zone: string) => `Planned for ${sayDay(dayIn(zone, at))}, at ${clock(clockIn(zone, at))}.`,
  late: 'It is late. It is still owed to you.',
  points: [
    { point: 'what', title: 'What I do', picture: 'star' },
    { point: 'with', title: 'Who I go with', picture: 'handshake' },
    { point: 'who', title: 'Who helps me', picture: 'heart' },
    { point: 'when', title: 'When I do it', picture: 'sun' },
  ] as const,
  pick: 'What do you want to choose?',
  helper: {
    title: 'For whoever helps',
    aloud: 'Read aloud',
    which: 'Which week to print',
    thisWeek: 'This week',
    nextWeek: 'Next week',
    print: 'Print the week for the door',
    leave: 'Take the tablet back',
    leaveTitle: 'Is the tablet with the staff again?',
    leaveWhy: (name: string) => `You are signed in as ${name}. Write your first name to go on to the records.`,
    firstName: 'Your first name',
    wrong: 'That is not the name of whoever is signed in.',
    go: 'Go to the records',
    stay: 'Stay here',
  },
  paper: {
    title: (name: string) => `${name}’s week`,
    free: 'A free day',
    off: 'Not this week',
    code: (code: string) => `Sheet ${code}`,
    nothing: 'No plan of this week has been published yet.',
  },
} as const;
