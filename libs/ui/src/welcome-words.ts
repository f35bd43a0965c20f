/** What the page behind an invitation says. */
export const welcomeWords = {
  title: (home: string) => `Welcome to ${home}`,
  hello: (name: string, lead: string) => `Hello ${name}. ${lead}`,
  email: 'Your e-mail',
  emailHint: 'You sign in with this.',
  password: 'Choose a password',
  passwordHint: 'At least 8 characters. Three words in a row are easy to remember.',
  missing: 'Choose a password to go on.',
  button: 'Save and sign in',
  signsOut: (name: string) => `${name} is signed in on this device. Going on signs ${name} out.`,
  closedTitle: 'This link is no longer good',
  closed: 'It may have been used already, or its seven days are over. Ask the home’s manager for a new one.',
  closedHave: 'If you have chosen a password before, you can sign in with it.',
} as const;
