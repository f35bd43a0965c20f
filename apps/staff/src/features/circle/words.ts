import type { Option } from '@promenade/ui/field';

export const words = {
  title: (name: string) => `${name}’s circle`,
  lead: (name: string) => `Who is close to ${name}, and what each of them sees. Nobody sees anything until ${name}, or whoever decides for ${name} here, has said so.`,
  back: (name: string) => `Back to ${name}`,
  supporters: 'Who sees what',
  nobody: (name: string) => `Nobody is on record for ${name}`,
  nobodyWhy: 'Add somebody, or see that an advocate or the named worker stands in.',
  sees: (kind: string) => `Sees ${kind}. Tap to stop.`,
  seesNot: (kind: string) => `Does not see ${kind}. Tap to share.`,
  reads: (kind: string, isShared: boolean) => `${kind}: ${isShared ? 'shared' : 'not shared'}`,
  decides: (areas: string) => `Decides about ${areas}.`,
  stop: (kind: string, name: string) => `Stop sharing ${kind.toLowerCase()} with ${name}?`,
  stopNow: 'Yes, stop sharing',
  stopped: (name: string) => `${name} no longer sees it.`,
  share: (kind: string, name: string) => `Share ${kind.toLowerCase()} with ${name}?`,
  willSee: (name: string, shows: string) => `${name} will see ${shows}.`,
  shareNow: 'Share',
  sharedNow: (name: string) => `${name} sees it from now on.`,
  who: 'Who decided this',
  how: 'How it was said or shown',
  howHint: 'For instance: “She nodded when I showed her Mark’s photo.”',
  given: (by: string) => `Shared by ${by}`,
  whoDecides: 'Who decides what',
  whoDecidesWhy: 'The person is presumed able to decide, each thing at its time. Being next of kin decides nothing.',
  record: 'Record who decides',
  recorded: 'Recorded.',
  toDecisions: 'Decisions, capacity and best interests',
  area: 'About what',
  kind: 'By what right',
  holder: 'Who holds it',
  document: 'Which document did you see?',
  documentHint: 'Leave this empty if you have not seen it yet. Until then it decides nothing.',
  power: 'What the document gives power over',
  powerHint: 'It stands on its first page.',
  actsEarly: 'The document lets them act already, while the person still can',
  scope: 'What the order allows',
  until: 'Stands until',
  wordsOf: 'In words',
  wordsHint: 'What helps the person decide.',
  invite: 'Invite to sign in',
  add: 'Add somebody',
  added: (name: string) => `${name} is in the circle, and sees nothing yet.`,
  name: 'Name',
  relation: 'What they are to the person',
  relationHint: 'Daughter, friend, advocate…',
  email: 'E-mail',
  phone: 'Telephone',
  save: 'Save',
  past: (many: number) => (many === 1 ? 'One thing that is not shared any more' : `${many} things that are not shared any more`),
} as const;

export const AREAS: readonly Option[] = [
  { value: 'daily activities', label: 'Daily activities' },
  { value: 'outings and risk', label: 'Outings and risk' },
  { value: 'money', label: 'Money' },
  { value: 'sharing', label: 'Sharing' },
  { value: 'photos and audio', label: 'Photos and audio' },
];

export const RIGHTS: readonly Option[] = [
  { value: 'the person', label: 'The person decides' },
  { value: 'with support', label: 'The person decides, with support' },
  { value: 'attorney', label: 'An attorney' },
  { value: 'deputy', label: 'A deputy of the court' },
];

export const POWERS: readonly Option[] = [
  { value: 'health and welfare', label: 'Health and welfare' },
  { value: 'property and affairs', label: 'Property and affairs (money)' },
];

export function deciders(person: string): readonly Option[] {
  return [
    { value: 'the person', label: person },
    { value: 'with support', label: `${person}, with support` },
    { value: 'best interests', label: 'A best-interests decision' },
  ];
}
