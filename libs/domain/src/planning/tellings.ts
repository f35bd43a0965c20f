/** What people are told when a week they know is changed: each resident's side what is different for them, each member of staff what is asked of them now. */
import { inWords } from '../shared/words.ts';
import type { PlannedSession } from './week.ts';

export const TELLING_KINDS = ['moved', 'off', 'new', 'with'] as const;
export type TellingKind = (typeof TELLING_KINDS)[number];

/** One thing to tell one person. Minutes of the week; `was` is null for what is new, `now` for what will not happen. */
export type Telling = {
  readonly residentId: string | null;
  readonly staffId: string | null;
  readonly kind: TellingKind;
  readonly activityId: string;
  readonly was: number | null;
  readonly now: number | null;
  readonly words: string;
};

/** What everyone, everything and every moment is called. `given` is how families know staff. */
export type TellingNames = {
  readonly resident: (id: string) => string;
  readonly staff: (id: string) => string;
  readonly given: (id: string) => string;
  readonly vehicle: (id: string) => string;
  readonly activity: (id: string) => string;
  /** 'Tuesday 24 November, 10:00'. */
  readonly when: (minute: number) => string;
};

/**
 * Why, as each may know it: `of` is for one resident's side and names no member of staff; null where nothing is to be
 * said. The staff it is `about` know best that they are off, and are not told so.
 */
export type TellingWhy = { readonly staff: string | null; readonly of: (residentId: string) => string | null; readonly about: readonly string[]; /** Residents of whom nobody is told anything: after a death. */ readonly silent?: readonly string[] };

export const NO_WHY: TellingWhy = { staff: null, of: () => null, about: [] };

type Part = { readonly session: PlannedSession; readonly drives: string | null };

/** Everything to tell of a change from what people were told to what they shall be told; nothing for what stays as it was. */
export function tellingsOf(told: readonly PlannedSession[], wanted: readonly PlannedSession[], names: TellingNames, why: TellingWhy): Telling[] {
  const residents = everyone([...told, ...wanted], ({ residents: ids }) => ids);
  const staff = everyone([...told, ...wanted], helpers);
  return [
    ...residents.filter((id) => !why.silent?.includes(id)).flatMap((id) => tellResident(id, told, wanted, names, why.of(id))),
    ...staff.filter((id) => !why.about.includes(id)).flatMap((id) => tellStaff(id, told, wanted, names, why.staff)),
  ];
}

const helpers = ({ staff, vehicles }: PlannedSession) => [...staff, ...vehicles.map(({ driver }) => driver)];

function everyone(sessions: readonly PlannedSession[], idsOf: (session: PlannedSession) => readonly string[]): string[] {
  return [...new Set(sessions.flatMap(idsOf))].toSorted();
}

const isSameTime = (a: PlannedSession, b: PlannedSession) => a.activity === b.activity && a.start === b.start;
const because = (why: string | null) => (why === null ? '.' : `, because ${why}.`);

function tellResident(id: string, told: readonly PlannedSession[], wanted: readonly PlannedSession[], names: TellingNames, why: string | null): Telling[] {
  const [before, after] = [told, wanted].map((sessions) => sessions.filter(({ residents }) => residents.includes(id))) as [PlannedSession[], PlannedSession[]];
  const { pairs, gone, added } = paired(before, after);
  const who = names.resident(id);
  const telling = (kind: TellingKind, activity: string, was: number | null, now: number | null, words: string): Telling => (
    { residentId: id, staffId: null, kind, activityId: activity, was, now, words });
  return [
    ...pairs.flatMap(([one, other]) => {
      const what = names.activity(one.activity);
      if (one.start !== other.start) return telling('moved', one.activity, one.start, other.start, `${what} for ${who} has moved from ${names.when(one.start)} to ${names.when(other.start)}${because(why)}`);
      const fresh = helpers(other).filter((person) => !helpers(one).includes(person));
      if (fresh.length === 0) return [];
      return telling('with', one.activity, one.start, other.start, `${what} for ${who} on ${names.when(one.start)} takes place with ${inWords(helpers(other).map(names.given))}${because(why)}`);
    }),
    ...gone.map(({ activity, start }) => telling('off', activity, start, null, `${names.activity(activity)} for ${who} on ${names.when(start)} will not take place${because(why)}`)),
    ...added.map(({ activity, start }) => telling('new', activity, null, start, `New for ${who}: ${names.activity(activity)} on ${names.when(start)}.`)),
  ];
}

function tellStaff(id: string, told: readonly PlannedSession[], wanted: readonly PlannedSession[], names: TellingNames, why: string | null): Telling[] {
  const [before, after] = [told, wanted].map((sessions) => sessions.filter((session) => helpers(session).includes(id))) as [PlannedSession[], PlannedSession[]];
  const { pairs, gone, added } = paired(before, after);
  const who = names.staff(id);
  const telling = (kind: TellingKind, activity: string, was: number | null, now: number | null, words: string): Telling => (
    { residentId: null, staffId: id, kind, activityId: activity, was, now, words });
  return [
    ...pairs.flatMap(([one, other]) => {
      const [did, does] = [partOf(id, one), partOf(id, other)];
      if (one.start !== other.start) return telling('moved', one.activity, one.start, other.start, `${names.activity(one.activity)} with ${who} has moved from ${names.when(one.start)} to ${names.when(other.start)}${because(why)}`);
      if (did.drives === does.drives) return [];
      return telling('with', one.activity, one.start, other.start, `${asks(who, does, names)}${because(why)}`);
    }),
    ...gone.map(({ activity, start }) => telling('off', activity, start, null, `${who} is not needed for ${names.activity(activity)} on ${names.when(start)}${because(why)}`)),
    ...added.map((session) => telling('new', session.activity, null, session.start, `${asks(who, partOf(id, session), names)}${because(why)}`)),
  ];
}

function partOf(id: string, session: PlannedSession): Part {
  return { session, drives: session.vehicles.find(({ driver }) => driver === id)?.vehicle ?? null };
}

/** 'Gwen Lloyd is asked to drive the minibus for Swimming on …', or to go along. */
function asks(who: string, { session, drives }: Part, names: TellingNames): string {
  const what = `${names.activity(session.activity)} on ${names.when(session.start)}`;
  return drives === null ? `${who} is asked to be with ${inWords(session.residents.map(names.resident))} for ${what}` : `${who} is asked to drive ${names.vehicle(drives)} for ${what}`;
}

/** The same sessions before and after: those at the same time first, then those of the same activity that moved, nearest first. */
function paired(before: readonly PlannedSession[], after: readonly PlannedSession[]): { readonly pairs: [PlannedSession, PlannedSession][]; readonly gone: PlannedSession[]; readonly added: PlannedSession[] } {
  const pairs: [PlannedSession, PlannedSession][] = [];
  const gone: PlannedSession[] = [];
  const left = [...after];
  const take = (one: PlannedSession, other: PlannedSession) => {
    left.splice(left.indexOf(other), 1);
    pairs.push([one, other]);
  };
  for (const one of before) {
    const same = left.find((other) => isSameTime(one, other));
    if (same) take(one, same);
    else gone.push(one);
  }
  const lost = gone.filter((one) => {
    const moved = left.filter(({ activity }) => activity === one.activity).toSorted((a, b) => Math.abs(a.start - one.start) - Math.abs(b.start - one.start))[0];
    if (moved) take(one, moved);
    return !moved;
  });
  return { pairs, gone: lost, added: left };
}
