export const words = {
  doorLead: 'See what was promised, what is planned, and what really happened.',
  home: 'Start',
  back: 'Back',
  elsewhere: 'Your page is the one for the home. Taking you there…',
} as const;
