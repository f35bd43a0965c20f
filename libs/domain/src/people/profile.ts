/** The way from an empty record to a useful one: seven small steps, in the order in which somebody new can take them. */
import { isBlank } from '../shared/words.ts';

export type ProfileSoFar = {
  readonly name: string;
  /** Something stands under the first heading of About Me. */
  readonly importantSaid: boolean;
  /** Somebody here has said how much support they need, or what can go wrong out. */
  readonly supportSaid: boolean;
  readonly factThemes: readonly string[];
  readonly routineCount: number;
  readonly outcomeCount: number;
};

export type StepCode = 'IMPORTANT' | 'SUPPORT' | 'FACT_WORK' | 'FACT_LOVES' | 'FACT_PEOPLE' | 'ROUTINE' | 'OUTCOME';

/** `about` ends the sentence 'Next: …'; `asks` is what to find out, `why` what it is good for. */
export type ProfileStep = { readonly code: StepCode; readonly about: string; readonly asks: string; readonly why: string; readonly isDone: boolean };

const ENOUGH_FACTS = 3;

const FACTS: readonly { readonly code: StepCode; readonly themes: readonly string[] }[] = [
  { code: 'FACT_WORK', themes: ['work', 'home', 'skill'] },
  { code: 'FACT_LOVES', themes: ['music', 'animals', 'sport', 'food'] },
  { code: 'FACT_PEOPLE', themes: ['family', 'place', 'faith'] },
];

/** The questions about their life that are still open: those no memory has touched, and no more than it takes to have three. */
function openFacts(themes: readonly string[]): readonly StepCode[] {
  const untouched = FACTS.filter((each) => !each.themes.some((theme) => themes.includes(theme)));
  return untouched.slice(0, Math.max(0, ENOUGH_FACTS - themes.length)).map(({ code }) => code);
}

/** Every step, done or not; a profile with all of them done is one to work by. */
export function profileSteps(record: ProfileSoFar): ProfileStep[] {
  const { name } = record;
  const open = openFacts(record.factThemes);
  return [
    { code: 'IMPORTANT', about: `what matters most to ${name}`, asks: `What matters most to ${name}?`, why: 'The first thing somebody new should know.', isDone: record.importantSaid },
    { code: 'SUPPORT', about: 'how much help it takes', asks: `How much help does ${name} need?`, why: 'So that nobody is left alone, and nobody is held back.', isDone: record.supportSaid },
    { code: 'FACT_WORK', about: `what ${name} used to do`, asks: `What did ${name} do all day, before?`, why: 'What people like to do often comes from what they did.', isDone: !open.includes('FACT_WORK') },
    { code: 'FACT_LOVES', about: `what ${name} loves`, asks: `What has ${name} always loved?`, why: 'A good afternoon begins here.', isDone: !open.includes('FACT_LOVES') },
    { code: 'FACT_PEOPLE', about: `who and where ${name} belongs to`, asks: `Who, or which place, belongs to ${name}’s life?`, why: 'Something to talk about, and people to stay in touch with.', isDone: !open.includes('FACT_PEOPLE') },
    { code: 'ROUTINE', about: `what belongs in ${name}’s day`, asks: `What has always belonged in ${name}’s day?`, why: 'The day is planned round it from then on.', isDone: record.routineCount > 0 },
    { code: 'OUTCOME', about: `what ${name} wants to be true`, asks: `What does ${name} want to be true?`, why: 'What is planned here can then serve it.', isDone: record.outcomeCount > 0 },
  ];
}

/** What is put down until somebody says how much help a person needs: the usual at home, and never out without somebody of their own. */
export const USUAL_SUPPORT = { supportInStaff: 1, supportInResidents: 4, supportOutStaff: 1, supportOutResidents: 1 } as const;

type Support = Readonly<Record<keyof typeof USUAL_SUPPORT, number>>;

/** Whether anybody has said how much help somebody needs: in a version of it, in the lines about going out, or in other numbers than the usual. */
export function isSupportSaid(support: Support & { readonly riskOut: string | null }, versions: number): boolean {
  const isUsual = (Object.keys(USUAL_SUPPORT) as (keyof Support)[]).every((part) => support[part] === USUAL_SUPPORT[part]);
  return versions > 0 || !isBlank(support.riskOut) || !isUsual;
}
