export const words = {
  doorLead: 'See who the people here are, what can really be done today, and what was promised.',
  navigation: 'Main',
  nav: { day: 'Today', plan: 'Plan', people: 'People', promises: 'Promises', asks: 'Families', library: 'Library', venues: 'Places', import: 'Import' },
  personParts: {
    glance: 'At a glance', days: 'What happened', 'about-me': 'About me', 'life-story': 'Life story', preferences: 'Preferences', routines: 'Routines', outcomes: 'Outcomes',
    decisions: 'Decisions', support: 'Support', choices: 'Choices', assessment: 'A few questions', circle: 'Circle', family: 'Family', reablement: 'Doing more', 'support-plan': 'Support plan', episode: 'Stay and reviews', kept: 'Promises kept',
  },
  aWish: 'A wish',
  needAnswer: 'to decide',
  signedInAs: (name: string) => `Signed in as ${name}`,
  welcomeLead: 'Choose a password, and you are in.',
  elsewhere: 'Your page is the one for family and friends. Taking you there…',
} as const;
