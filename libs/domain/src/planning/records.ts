/** What the planning problem of a week is stated from: rows of the records, as far as it looks at them. */
import type { Day, WeeklyHours } from '../shared/time.ts';
import type { OpenDay } from '../venues/opening.ts';

type Period = { readonly startsAt: Date; readonly endsAt: Date };

export type ResidentRecord = {
  readonly id: string;
  readonly status: string;
  readonly wheelchair: 'never' | 'out' | 'always';
  readonly supportInStaff: number;
  readonly supportInResidents: number;
  readonly supportOutStaff: number;
  readonly supportOutResidents: number;
  readonly targetPerWeek: number;
  readonly maxPerDay: number;
  readonly weeklyBudgetPence: number | null;
};

export type RoutineRecord = {
  readonly id: string;
  readonly residentId: string;
  readonly activityId: string | null;
  /** The days of the week on which it comes round. */
  readonly due: readonly Day[];
  readonly fromTime: string;
  readonly toTime: string;
  readonly needs: 'session' | 'respect';
  readonly protected: boolean;
  readonly weight: number;
};

export type StaffRecord = { readonly id: string; readonly skills: readonly string[]; readonly licences: readonly string[]; readonly leftOn: Day | null };
export type ShiftRecord = Period & { readonly staffId: string; readonly breakMinutes: number };

export type VehicleRecord = {
  readonly id: string;
  readonly seats: number;
  readonly bays: number;
  readonly licence: 'B' | 'D1';
  readonly inspectionDue: Day;
  readonly insuranceDue: Day;
  readonly fromTime: string;
  readonly toTime: string;
};

export type ActivityRecord = {
  readonly id: string;
  readonly setting: 'home' | 'out';
  readonly minutes: number;
  readonly groupMin: number;
  readonly groupMax: number;
  readonly baseStaff: number;
  readonly skills: Readonly<Record<string, number>>;
  readonly driverSupports: boolean;
  readonly transport: 'vehicle' | 'walk' | null;
  readonly venueId: string | null;
  readonly costPence: number;
  readonly maxPerWeek: number;
  readonly hours: WeeklyHours;
  readonly retiredOn: Day | null;
};

/** `days` are the days of the weeks looked at and the one before; null where nobody has said when it is open, and the activity's own hours hold. */
export type VenueRecord = { readonly id: string; readonly driveMinutes: number; readonly walkMinutes: number | null; readonly days: readonly OpenDay[] | null };

export type PromiseRecord = {
  readonly id: string;
  readonly residentId: string;
  readonly activityId: string | null;
  readonly dueOn: Day;
  readonly owed: boolean;
  readonly misses: number;
  readonly sessionId: string | null;
  /** One day of a standing promise is kept on that day, not before. */
  readonly standingId?: string | null;
};

/** `apart`: arranged by itself, outside the plan, as a review is. */
export type SessionRecord = Period & { readonly id: string; readonly activityId: string; readonly apart?: boolean };

export type BookingRecord = {
  readonly sessionId: string;
  readonly role: 'resident' | 'staff' | 'driver' | 'vehicle' | 'room';
  readonly residentId: string | null;
  readonly staffId: string | null;
  readonly vehicleId: string | null;
  readonly roomId: string | null;
  readonly driverId: string | null;
};

/** Everything a week is planned from. Order of staff is the order in which breaks are given out. */
export type WeekRecords = {
  readonly zone: string;
  /** A Monday. */
  readonly weekStarts: Day;
  /** Nothing is planned before it. */
  readonly now: Date;
  readonly residents: readonly ResidentRecord[];
  readonly routines: readonly RoutineRecord[];
  readonly interests: readonly { readonly residentId: string; readonly activityId: string; readonly value: number }[];
  /** Activities that a topic to avoid keeps out of plans. */
  readonly keptOut: readonly { readonly residentId: string; readonly activityId: string }[];
  readonly avoidances: readonly { readonly residentId: string; readonly otherId: string }[];
  readonly awayTimes: readonly (Period & { readonly residentId: string })[];
  readonly staff: readonly StaffRecord[];
  readonly shifts: readonly ShiftRecord[];
  readonly absences: readonly (Period & { readonly staffId: string })[];
  readonly preferences: readonly { readonly residentId: string; readonly staffId: string; readonly kind: 'prefers' | 'declines' }[];
  readonly floorCover: readonly { readonly days: readonly number[]; readonly fromTime: string; readonly toTime: string; readonly least: number }[];
  readonly vehicles: readonly VehicleRecord[];
  readonly offRoad: readonly { readonly vehicleId: string; readonly startsAt: Date; readonly endsAt: Date | null }[];
  readonly rooms: readonly { readonly id: string; readonly capacity: number; readonly fromTime: string; readonly toTime: string }[];
  readonly activities: readonly ActivityRecord[];
  readonly activityRooms: readonly { readonly activityId: string; readonly roomId: string }[];
  readonly venues: readonly VenueRecord[];
  readonly promises: readonly PromiseRecord[];
  readonly wishes: readonly { readonly residentId: string; readonly activityId: string | null; readonly answer: string | null }[];
  /** Activities that serve what somebody wants to be true and is still wanted; `importance` from 1 to 10, as they said. */
  readonly serving?: readonly { readonly residentId: string; readonly activityId: string; readonly importance: number | null }[];
  /** Activities somebody chose to spend wish-minutes on and has not had since. */
  readonly chosen?: readonly { readonly residentId: string; readonly activityId: string }[];
  /** Planned sessions that touch the week. */
  readonly sessions: readonly SessionRecord[];
  readonly bookings: readonly BookingRecord[];
};
