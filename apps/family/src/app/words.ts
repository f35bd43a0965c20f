export const words = {
  doorLead: 'See what was promised, what is planned, and what really happened.',
  home: 'Start',
  back: 'Back',
  welcomeLead: 'Choose a password, and you can see what is shared with you.',
  elsewhere: 'Your page is the one for the home. Taking you there…',
} as const;
