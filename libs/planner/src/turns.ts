/** Fair turns: who goes when places are short. Everything is counted in days of waiting, in the open, and each place has its sentence. */
import { daysBetween, sayDay } from '@promenade/domain/shared/time';
import type { Day } from '@promenade/domain/shared/time';
import type { Names } from './names.ts';
import { count, inWords } from './names.ts';

export type Candidate = {
  readonly resident: string;
  /** The oldest promise that this would keep; null when there is none. */
  readonly promisedOn: Day | null;
  /** When they were last out; null when nobody knows of it. */
  readonly lastOut: Day | null;
  /** How much they want it, 0 to 100. */
  readonly wish: number;
  /** How often there was no place for them before. */
  readonly overlooked: number;
};

/** What each thing counts, in days of waiting; `docs/fair-turns.md` says the same. Nothing else counts. */
export const TURN_DAYS = {
  /** A day since it was promised, and a day since they were last out, count one each, up to this many. */
  most: 90,
  /** For being left behind, each time. */
  overlooked: 10,
  /** For wanting it as much as can be; less in proportion. */
  wish: 10,
} as const;

export type TurnDays = { readonly promise: number; readonly out: number; readonly overlooked: number; readonly wish: number };

export type Turn = {
  readonly resident: string;
  /** From 1. */
  readonly place: number;
  readonly goes: boolean;
  /** Days of waiting, and what they are made of. */
  readonly days: number;
  readonly made: TurnDays;
  /** Everything else being equal, the lot of the day put them before or after somebody. */
  readonly byLot: boolean;
  /** Why they stand where they stand, in one sentence. */
  readonly say: (names: Names) => string;
};

/**
 * Everybody in order, those who go first; the order in which they are given makes no difference. Where not only places are short, `going` says who
 * could be taken, and whoever is passed over hears that.
 */
export function fairTurns(candidates: readonly Candidate[], places: number, today: Day, going: ReadonlySet<string> | null = null): Turn[] {
  const waiting = oncePerResident(candidates, today);
  waiting.sort((a, b) => compare(a, b) || compareLots(a, b));
  const last = going === null ? places : waiting.findLastIndex(({ candidate }) => going.has(candidate.resident)) + 1;
  return waiting.map((one, i): Turn => {
    const place = i + 1;
    const goes = going === null ? place <= places : going.has(one.candidate.resident);
    const level = [waiting[i - 1], waiting[i + 1]].flatMap((other) => (other && compare(one, other) === 0 ? [other.candidate.resident] : []));
    return {
      resident: one.candidate.resident,
      place,
      goes,
      days: one.days,
      made: one.made,
      byLot: level.length > 0,
      say: (names) => sayTurn(one.candidate, { place, goes, isPassedOver: !goes && place < last, level }, today, names),
    };
  });
}

/** Somebody going in another's stead: allowed with a reason, counted, and whoever gives way has been overlooked once more. */
export type Override = { readonly goes: string; readonly instead: string; readonly reason: string };

export type Overridden =
  | { readonly ok: true; readonly turns: readonly Turn[]; readonly override: Override; /** Overrides so far, with this one. */ readonly overrides: number }
  | { readonly ok: false; readonly message: string };

/** The turns with one person going instead of another; `before` is how many overrides there were. Refused without a reason. */
export function overrideTurn(turns: readonly Turn[], { goes, instead, reason }: Override, before: number): Overridden {
  const [comes, stays] = [turns.find(({ resident }) => resident === goes), turns.find(({ resident }) => resident === instead)];
  if (!comes || !stays) return { ok: false, message: 'Only people who are waiting for this can change places.' };
  if (comes.goes || !stays.goes) return { ok: false, message: 'Somebody who has no place can only take the place of somebody who has one.' };
  const words = reason.trim();
  if (words === '') return { ok: false, message: 'Say why, please: whoever gives way may ask.' };
  const changed = turns.map((turn): Turn => {
    if (turn === comes) return { ...turn, goes: true, say: (names) => `${names.call('resident', goes)} goes instead of ${names.call('resident', instead)}: ${words}` };
    if (turn === stays) return { ...turn, goes: false, say: (names) => `${names.call('resident', instead)} gives way to ${names.call('resident', goes)}: ${words}` };
    return turn;
  });
  return { ok: true, turns: changed, override: { goes, instead, reason: words }, overrides: before + 1 };
}

/** Who was left behind this time, and so has been overlooked once more the next. */
export function leftBehind(turns: readonly Turn[]): string[] {
  return turns.filter(({ goes }) => !goes).map(({ resident }) => resident);
}

type Waiting = { readonly candidate: Candidate; readonly days: number; readonly made: TurnDays; readonly lot: number };

/** Somebody named twice counts once, with what speaks most for them. */
function oncePerResident(candidates: readonly Candidate[], today: Day): Waiting[] {
  const byResident = new Map<string, Candidate>();
  const earlier = (a: Day | null, b: Day | null) => (a === null || b === null ? (a ?? b) : a < b ? a : b);
  for (const one of candidates) {
    const known = byResident.get(one.resident);
    byResident.set(
      one.resident,
      known
        ? {
            resident: one.resident,
            promisedOn: earlier(known.promisedOn, one.promisedOn),
            lastOut: known.lastOut === null || one.lastOut === null ? (known.lastOut ?? one.lastOut) : known.lastOut > one.lastOut ? known.lastOut : one.lastOut,
            wish: Math.max(known.wish, one.wish),
            overlooked: Math.max(known.overlooked, one.overlooked),
          }
        : one,
    );
  }
  return [...byResident.values()].map((candidate) => {
    const made = daysOf(candidate, today);
    return { candidate, made, days: made.promise + made.out + made.overlooked + made.wish, lot: lotOf(candidate.resident, today) };
  });
}

function daysOf({ promisedOn, lastOut, wish, overlooked }: Candidate, today: Day): TurnDays {
  const since = (day: Day) => Math.min(TURN_DAYS.most, Math.max(0, daysBetween(day, today)));
  return {
    promise: promisedOn === null ? 0 : since(promisedOn),
    out: lastOut === null ? TURN_DAYS.most : since(lastOut),
    overlooked: TURN_DAYS.overlooked * overlooked,
    wish: (TURN_DAYS.wish * wish) / 100,
  };
}

/** Most days of waiting; when level, whoever was overlooked more often, then whoever was promised it longer ago. */
function compare(a: Waiting, b: Waiting): number {
  return b.days - a.days || b.made.overlooked - a.made.overlooked || b.made.promise - a.made.promise;
}

function compareLots(a: Waiting, b: Waiting): number {
  return a.lot - b.lot || (a.candidate.resident < b.candidate.resident ? -1 : 1);
}

/** A number drawn from the person and the day: the same all day, another tomorrow, so that nobody is always last. */
function lotOf(resident: string, today: Day): number {
  let lot = 2_166_136_261;
  for (const letter of `${today} ${resident}`) lot = Math.imul(lot ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  lot = Math.imul(lot ^ (lot >>> 15), 0x2c1b3c6d);
  return (lot ^ (lot >>> 13)) >>> 0;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'] as const;

type Standing = { readonly place: number; readonly goes: boolean; readonly isPassedOver: boolean; readonly level: readonly string[] };

/** 'Vera goes first: it was promised on 2 October, the last time out was 19 days ago, and twice there was no place.' */
function sayTurn({ resident, promisedOn, lastOut, wish, overlooked }: Candidate, { place, goes, isPassedOver, level }: Standing, today: Day, names: Names): string {
  const name = names.call('resident', resident);
  const days = lastOut === null ? null : Math.max(0, daysBetween(lastOut, today));
  const reasons = [
    ...(promisedOn === null ? [] : [`it was promised on ${sayDay(promisedOn)}`]),
    days === null ? 'nobody knows when the last time out was' : days === 0 ? 'the last time out was today' : `the last time out was ${count(days, 'day')} ago`,
    ...(overlooked > 0 ? [`${overlooked === 1 ? 'once' : overlooked === 2 ? 'twice' : `${overlooked} times`} there was no place`] : []),
    ...(wish >= 80 ? ['it is wanted very much'] : []),
    ...(level.length > 0 ? [`level with ${inWords(level.map((id) => names.call('resident', id)))}, today's lot decided`] : []),
    ...(isPassedOver ? ['there are not the seats or staff for it now'] : []),
  ];
  const ordinal = ORDINALS[place - 1] ?? `as number ${place}`;
  return `${name} ${goes ? `goes ${ordinal}` : `is ${place <= ORDINALS.length ? ordinal : `number ${place}`} in line and waits this time`}: ${inWords(reasons)}.`;
}
