export const words = {
  title: (person: string) => `Promises to ${person}`,
  owed: 'Still open',
  owedNone: 'Nothing is open.',
  none: (person: string) => `Nothing has been promised to ${person} yet.`,
  notShared: (person: string) => `${person} has not shared promises with you.`,
  closed: (many: number) => (many === 1 ? 'One promise that was kept or let go' : `${many} promises that were kept or let go`),
  promisedBy: (name: string, day: string) => `Promised by ${name}, for ${day}.`,
} as const;
