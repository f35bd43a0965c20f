export const words = {
  title: (person: string, mayDecide: boolean) => (mayDecide ? `Who sees what of ${person}` : `What ${person} shares with you`),
  lead: (person: string) => `You decide about this in ${person}’s place. To share something more, speak to the manager.`,
  you: 'you',
  sees: 'Sees',
  nothing: (name: string) => `${name} sees nothing at the moment.`,
  nothingYou: 'Nothing is shared with you at the moment.',
  withdraw: 'Stop sharing',
  withdrawAbout: (kind: string, name: string) => `Stop sharing ${kind.toLowerCase()} with ${name}`,
  confirmTitle: (kind: string, name: string) => `Stop sharing ${kind.toLowerCase()} with ${name}?`,
  confirm: 'Yes, stop sharing',
  done: (name: string) => `${name} no longer sees it.`,
  whyNot: 'Who decides about this',
} as const;
