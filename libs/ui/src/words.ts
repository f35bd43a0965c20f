/** The words both apps share; every feature has a `words.ts` of its own beside its pages, in the same shape. */

/** A number and its noun: `count(1, 'promise', 'promises')` is "1 promise", `count(3, …)` is "3 promises". */
export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Names in a row as one says them: `['Bob', 'Ivy', 'Len']` is "Bob, Ivy and Len". */
export function inARow(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}

export const words = {
  product: 'Promenade',
  skip: 'Skip to the page',
  personParts: 'About this person',
  loading: 'One moment…',
  working: 'Working…',
  tryAgain: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  save: 'Save',
  saved: 'Saved',
  optional: 'optional',
  choose: 'Choose…',
  search: 'Search',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  asTable: 'Show these figures as a table',
  notices: 'Messages',
  on: 'On',
  off: 'Off',
  refused: 'This cannot be done yet',
  refusedMany: (reasons: number) => `This cannot be done yet, for ${reasons} reasons`,
  noConnection: 'No connection. Nothing was lost; try again.',
  broken: 'Something went wrong on our side. Nothing was changed. Try again; if it happens again, tell your manager.',
  signedOut: 'You have been signed out. Sign in again to go on.',
  signIn: {
    title: 'Welcome in',
    button: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    again: 'Please sign in again',
    againWhy: 'You were away for a while. What you wrote is still here.',
    demoTitle: 'A home to try out',
    demoWhy: (password: string) => `Everyone in it is made up. Choose who to be; the password is “${password}”.`,
    demoStaff: 'In the home',
    demoFamily: 'Family and friends',
    missing: 'Write your e-mail and your password.',
  },
  signOut: 'Sign out',
  crashed: {
    title: 'This page stumbled',
    what: 'What was saved is safe. Load the page again; if it happens again, tell your manager.',
    again: 'Load the page again',
  },
  notFound: {
    title: 'There is no such page',
    what: 'It may have moved, or it may not be yours to see.',
    home: 'Back to the start',
  },
  fileChoose: 'Choose a file',
  fileDrop: 'or drop it here',
  fileWrong: (accepts: string) => `That kind of file cannot be read here. Choose one of these: ${accepts}.`,
  fileChosen: (name: string) => `Chosen: ${name}`,
  hoped: 'Hoped for',
  trend: 'The last four weeks',
  happened: 'What happened',
  when: 'When',
  lastTime: 'last time',
  ladder: ['Done for me', 'Two people with me', 'One person with me', 'A touch or set-up', 'Prompts', 'Someone nearby', 'On my own'],
  states: {
    kept: 'Kept',
    partly: 'Partly kept',
    owed: 'Owed',
    overdue: 'Overdue',
    atRisk: 'At risk',
    missed: 'Not kept',
    unexplained: 'No reason given yet',
    released: 'Released',
    scheduled: 'Planned',
    made: 'Promised',
    wish: 'Wish',
    draft: 'Draft',
    published: 'Published',
  },
} as const;
