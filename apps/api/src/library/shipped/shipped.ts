/** The shape of the library every home begins with, and what many of its entries have in common. */
import type { ActivityTerms, ActivityText } from '@promenade/domain/library/activity';

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** A stretch of the day on some weekdays; `from` is included, `to` is not. */
export type Hours = { readonly days: readonly Weekday[]; readonly from: string; readonly to: string };

export type ShippedActivity = ActivityText & ActivityTerms & {
  /** Stays for ever: homes that use the entry hold it by this. */
  readonly key: string;
  /** One more with each release that improves the entry. */
  readonly version: number;
  /** How many of the session's staff must hold each skill. */
  readonly skills: Readonly<Record<string, number>>;
  readonly driverSupports: boolean;
  readonly maxPerWeek: number;
  readonly hours: readonly Hours[];
};

export const AT_HOME = { setting: 'home', transport: null, atBedside: false, driverSupports: true } as const;
/** Where the person is, in bed or in their own chair: it takes no room. */
export const AT_BEDSIDE = { setting: 'home', transport: null, atBedside: true, driverSupports: true } as const;
export const OUT_BY_VEHICLE = { setting: 'out', transport: 'vehicle', atBedside: false, driverSupports: true } as const;
export const OUT_ON_FOOT = { setting: 'out', transport: 'walk', atBedside: false, driverSupports: true } as const;

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** Any day of the week between two times. */
export const daily = (from: string, to: string): readonly Hours[] => [{ days: WEEK, from, to }];
/** Monday to Friday between two times. */
export const weekdays = (from: string, to: string): readonly Hours[] => [{ days: WEEK.slice(0, 5), from, to }];
