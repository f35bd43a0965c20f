/** How many staff a person needs, and how that is said. */
import { type Decision, type Words, decide } from '../shared/decision.ts';

/** So many staff to so many residents: 1:4, 1:1, 2:1. */
export type Ratio = { readonly staff: number; readonly residents: number };

const MOST = 20;

/** 'on their own' never: there is always somebody about. 2:1 is '2 staff to 1 person'. */
export function sayRatio({ staff, residents }: Ratio): string {
  return `${staff} staff to ${residents} ${residents === 1 ? 'person' : 'people'}`;
}

/** 'At home 1 staff to 4 people; out 2 staff to 1 person.' */
export function saySupport(atHome: Ratio, out: Ratio): string {
  return `At home ${sayRatio(atHome)}; out ${sayRatio(out)}.`;
}

/** Staff for each resident, to compare two ratios. */
const share = ({ staff, residents }: Ratio) => staff / residents;

export type SupportReason = 'RATIO_NOT_WHOLE' | 'RATIO_TOO_LARGE' | 'RATIO_SHARED_UNEVENLY' | 'LESS_SUPPORT_OUT';

export const SUPPORT_WORDS: Words<SupportReason> = {
  RATIO_NOT_WHOLE: (about) => `${about} needs whole numbers from 1, such as 1 staff to 4 people.`,
  RATIO_TOO_LARGE: (about) => `${about} has a number above ${MOST}. Check it.`,
  RATIO_SHARED_UNEVENLY: (about) => `${about} has several staff to several people. Write it as 1 staff to some people, or some staff to 1 person.`,
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
