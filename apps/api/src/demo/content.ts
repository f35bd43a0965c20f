// The shape of everything written about the demo home, Chestnut House: plain values, referring to one another by key.
// Clock times are 'HH:MM', weekdays 1 = Monday to 7 = Sunday, money whole pence, lengths of time minutes.

import type { SupportStyle } from '@promenade/domain/library/activity';
import type { Hours, ShippedActivity } from '../library/shipped/shipped.ts';

export type { Hours, Weekday } from '../library/shipped/shipped.ts';

export type HomeContent = {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly address: string;
  readonly phone: string;
  readonly lat: number;
  readonly lon: number;
  readonly zone: string;
};

export type RoomContent = {
  readonly key: string;
  readonly name: string;
  /** Everyone in the room: residents and staff. */
  readonly capacity: number;
  readonly from: string;
  readonly to: string;
};

export type Licence = 'B' | 'D1';

export type VehicleContent = {
  readonly key: string;
  readonly name: string;
  readonly registration: string;
  /** Seats for passengers when both the seats and the bays are in use; the driver's is not counted. */
  readonly seats: number;
  readonly bays: number;
  readonly licence: Licence;
  readonly tailLift: boolean;
  readonly practicalLimit: string;
  readonly inspectionDueInDays: number;
  readonly insuranceDueInDays: number;
};

/** The least number of care staff who must stay with everybody else. */
export type FloorCoverContent = Hours & { readonly min: number };

export type ActivityContent = ShippedActivity & {
  readonly venue?: string;
  readonly rooms: readonly string[];
  /** The fields this home says in its own words. */
  readonly ownFields: readonly string[];
};

export type VenueContent = {
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly lat: number;
  readonly lon: number;
  readonly driveMinutes: number;
  /** With someone who walks slowly; null when it is too far or the road is unsafe. */
  readonly walkMinutes: number | null;
  readonly hours: readonly Hours[];
  readonly price: string;
  readonly access: {
    readonly stepFree: boolean;
    readonly hoist: boolean;
    readonly changingPlace: boolean;
    readonly quietHours: string | null;
    readonly parking: string;
    /** How the staff there are with people who behave unexpectedly. */
    readonly welcome: string;
  };
  readonly lastVisited: string;
  readonly phone: string;
};

/** A code of the rota, or hours of one's own as 'HH:MM-HH:MM'; '-' is a day off. */
export type ShiftCode = 'E' | 'L' | 'LD' | 'N' | '-' | `${string}:${string}-${string}:${string}`;

export type WeekOfShifts = readonly [ShiftCode, ShiftCode, ShiftCode, ShiftCode, ShiftCode, ShiftCode, ShiftCode];

/** Two weeks, Monday to Sunday each, that go round for ever. */
export type ShiftPattern = readonly [WeekOfShifts, WeekOfShifts];

export type StaffContent = {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly jobTitle: string;
  readonly role: 'manager' | 'coordinator' | 'carer' | 'senior' | 'night' | 'other';
  /** Supports residents and counts towards floor cover; false for the office, the kitchen and the laundry. */
  readonly care: boolean;
  readonly skills: readonly string[];
  readonly licences: readonly Licence[];
  readonly languages: readonly string[];
  readonly agency: boolean;
  readonly shiftPattern: ShiftPattern;
  /** When the hour off of a long day begins; only for those who work long days. */
  readonly longDayBreakFrom?: string;
  readonly interests: readonly string[];
};

export type Ratio = { readonly staff: number; readonly residents: number };

export type LifeFactContent = {
  readonly words: string;
  readonly when: string;
  readonly theme: 'work' | 'home' | 'family' | 'music' | 'animals' | 'faith' | 'place' | 'skill' | 'sport' | 'food';
  readonly toldBy: string;
  readonly toldHow: 'told us' | 'told by family' | 'observed';
  readonly sensitive?: boolean;
};

export type RoutineContent = Hours & {
  readonly what: string;
  readonly activity?: string;
  readonly why: string;
  readonly whenMissed: string;
  readonly help: string;
  readonly needs: 'session' | 'respect';
  readonly protected: boolean;
  /** Position in the resident's `lifeFacts`. */
  readonly fact?: number;
};

export type WishContent = {
  readonly words: string;
  readonly activity?: string;
  readonly level: 'take part' | 'watch';
  readonly fact?: number;
};

export type OutcomeContent = {
  readonly words: string;
  readonly why: string;
  readonly measure?: string;
  /** Much less than expected, less, as expected, better, much better: written for this person. */
  readonly levels?: readonly [string, string, string, string, string];
  readonly byDaysFromNow: number;
};

export type InterestContent = { readonly activity: string; readonly value: number; readonly because: string };

export type DecisionArea = 'daily activities' | 'outings and risk' | 'money' | 'sharing' | 'photos and audio';

export type SupporterContent = {
  readonly name: string;
  readonly relation: string;
  readonly email: string | null;
  readonly authority?: {
    readonly kind: 'attorney' | 'deputy';
    readonly areas: readonly DecisionArea[];
    readonly documentSeen: boolean;
  };
  readonly sees: readonly ('promises' | 'plan' | 'attendance' | 'photos' | 'life-story')[];
};

export type ResidentContent = {
  readonly key: string;
  readonly title: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string;
  /** Null when what the record says cannot be a date. */
  readonly born: string | null;
  readonly room: string;
  readonly movedIn: { readonly on: string } | { readonly daysAgo: number };
  readonly funding: 'self' | 'council' | 'NHS' | 'mixed' | 'not known';
  readonly languages: readonly string[];
  readonly namedWorker: string | null;
  readonly photoConsent: 'yes' | 'no' | 'family only' | 'not asked';
  readonly style: SupportStyle;
  readonly wheelchair: 'never' | 'out' | 'always';
  readonly transfers: string;
  readonly supportIn: Ratio;
  readonly supportOut: Ratio;
  readonly communication: string;
  readonly lifeFacts: readonly LifeFactContent[];
  readonly routines: readonly RoutineContent[];
  readonly wishes: readonly WishContent[];
  readonly outcomes: readonly OutcomeContent[];
  readonly interests: readonly InterestContent[];
  readonly likesStaff: readonly string[];
  readonly declinesStaff: readonly string[];
  readonly avoids: readonly string[];
  readonly targetPerWeek: number;
  readonly maxPerDay: number;
  readonly weeklyBudget: number | null;
  readonly supporters: readonly SupporterContent[];
  /** What can go wrong out, and what to do. */
  readonly risk: readonly [string, string] | null;
  /** Also in the list of residents that the home hands over as a file. */
  readonly imported: boolean;
};

/** 0 done for me, 1 two people with me, 2 one person with me, 3 touch or set-up, 4 prompts, 5 someone nearby, 6 on my own. */
export type Rung = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export type TeaTaskContent = {
  readonly resident: string;
  readonly activity: string;
  readonly words: string;
  readonly steps: readonly string[];
  readonly startRung: Rung;
  readonly hopedRung: Rung;
  readonly history: readonly { readonly daysAgo: number; readonly rung: Rung; readonly words?: string }[];
};

export type NotKeptReason =
  | 'no driver'
  | 'not enough staff'
  | 'vehicle off the road'
  | 'weather'
  | 'venue closed'
  | 'person unwell'
  | 'not offered'
  | 'other';

/** Promised again under another key, or why it was not. */
export type NewDate = { readonly again: string } | { readonly whyNone: string };

export type PromiseEnd =
  | { readonly how: 'kept'; readonly words: string }
  | { readonly how: 'partly'; readonly words: string; readonly stillOwed: boolean; readonly newDate?: NewDate }
  | { readonly how: 'released'; readonly words: string; readonly by: string }
  | {
      readonly how: 'not kept';
      readonly reason: NotKeptReason;
      readonly words: string;
      readonly answers: string;
      readonly newDate: NewDate;
    };

/** Made in the past; it may be due still. Past its day and without an end it is unexplained. */
export type PastPromise = {
  readonly key: string;
  readonly resident: string;
  readonly words: string;
  readonly activity: string | null;
  readonly level: 'take part' | 'watch';
  readonly madeBy: string;
  readonly madeDaysAgo: number;
  readonly end?: PromiseEnd;
} & ({ readonly dueDaysAgo: number } | { readonly dueInDays: number });

export type DemoPerson = {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly opens: 'staff' | 'family';
  /** Which member of staff this is, or whose supporter. */
  readonly as: { readonly staff: string } | { readonly supporterOf: string };
  readonly about: string;
};
