/** How many staff a person needs, and how that is said. */
import { type Decision, type Words, decide } from '../shared/decision.ts';

/** So many staff to so many residents: 1:4, 1:1, 2:1. */
export type Ratio = { readonly staff: number; readonly residents: number };

const MOST = 20;
const RISK_LONGEST = 240;

/** 'on their own' never: there is always somebody about. 2:1 is '2 staff to 1 person'. */
export function sayRatio({ staff, residents }: Ratio): string {
  if (staff === 0) return 'no staff of their own';
  return `${staff} staff to ${residents} ${residents === 1 ? 'person' : 'people'}`;
}

/** 'At home 1 staff to 4 people; out 2 staff to 1 person.' */
export function saySupport(atHome: Ratio, out: Ratio): string {
  return `At home ${sayRatio(atHome)}; out ${sayRatio(out)}.`;
}

/** Staff for each resident, to compare two ratios. */
const share = ({ staff, residents }: Ratio) => staff / residents;

/** How somebody takes part best: which of the four ways an activity is adapted in. */
export const SUPPORT_STYLES = ['plans it', 'step by step', 'joins through the senses', 'responds to touch and sound'] as const;
export type SupportStyle = (typeof SUPPORT_STYLES)[number];

export function isSupportStyle(text: string): text is SupportStyle {
  return (SUPPORT_STYLES as readonly string[]).includes(text);
}

export type SupportReason = 'RATIO_NOT_WHOLE' | 'RATIO_TOO_LARGE' | 'RATIO_SHARED_UNEVENLY' | 'LESS_SUPPORT_OUT' | 'RISK_TOO_LONG' | 'NOT_A_STYLE';

export const SUPPORT_WORDS: Words<SupportReason> = {
  RATIO_NOT_WHOLE: (about) => `${about} needs whole numbers from 1, such as 1 staff to 4 people.`,
  RATIO_TOO_LARGE: (about) => `${about} has a number above ${MOST}. Check it.`,
  RATIO_SHARED_UNEVENLY: (about) => `${about} has several staff to several people. Write it as 1 staff to some people, or some staff to 1 person.`,
  RISK_TOO_LONG: (about) => `${about} is two lines, not a form: ${RISK_LONGEST} letters at most, so that it is read at the door.`,
  NOT_A_STYLE: (about) => `“${about}” is none of the four ways of taking part. Choose one, or leave it open.`,
  LESS_SUPPORT_OUT: () => 'Support out is less than at home. If that is right, put the same at home first.',
};

/** Whether two ratios make sense together. Out is never less than at home. */
export function maySupportBe(atHome: Ratio, out: Ratio): Decision<SupportReason> {
  const each = [['Support at home', atHome], ['Support out', out]] as const;
  const whole = (number: number) => Number.isInteger(number) && number >= 1;
  const sound = each.every(([, ratio]) => whole(ratio.staff) && whole(ratio.residents));
  return decide<SupportReason>([
    ...each.map(([about, { staff, residents }]) => !(whole(staff) && whole(residents)) && { code: 'RATIO_NOT_WHOLE' as const, about }),
    ...each.map(([about, { staff, residents }]) => (staff > MOST || residents > MOST) && { code: 'RATIO_TOO_LARGE' as const, about }),
    ...each.map(([about, { staff, residents }]) => staff > 1 && residents > 1 && { code: 'RATIO_SHARED_UNEVENLY' as const, about }),
    sound && share(out) < share(atHome) && { code: 'LESS_SUPPORT_OUT' as const },
  ]);
}

/** Two lines that are read at the door, and one of the four ways of taking part. */
export function maySupportSay({ riskOut, riskDo, style }: { readonly riskOut: string | null; readonly riskDo: string | null; readonly style: string | null }): Decision<SupportReason> {
  return decide<SupportReason>([
    (riskOut?.length ?? 0) > RISK_LONGEST && { code: 'RISK_TOO_LONG', about: 'What can go wrong' },
    (riskDo?.length ?? 0) > RISK_LONGEST && { code: 'RISK_TOO_LONG', about: 'What to do then' },
    style !== null && !isSupportStyle(style) && { code: 'NOT_A_STYLE', about: style.slice(0, 40) },
  ]);
}
