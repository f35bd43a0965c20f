/**
 * The planning problem as yes-or-no questions, straight from docs/planning-format.md: one unknown for each slot, each
 * resident, member of staff, driver and room in it, a linear row for each rule, points for each part of the score.
 * Neither solver gets a model of its own: both are asked exactly this, each in its own terms.
 */
import { floorOf, slotsOf, underWayTogether } from './slots.mjs';

const DEFAULTS = { promise: 1000, routine: 200, preferred: 15, shortfall: 100, staff: 2, change: 60 };
const QUARTER = 15;

/** Unknowns from 0 to `most`, each worth `points`; rows say low ≤ Σ times × unknown ≤ high. Whole numbers throughout. */
function emptyModel() {
  const columns = [];
  const rows = [];
  const model = {
    columns,
    rows,
    /** Points whatever is planned. */
    base: 0,
    unknown: (points = 0, most = 1) => columns.push({ points, most }) - 1,
    worth: (unknown, points) => {
      columns[unknown].points += points;
    },
    row: (terms, low, high) => {
      if (terms.length > 0) rows.push({ terms, low, high });
    },
  };
  return model;
}

const once = (unknowns) => unknowns.map((unknown) => [unknown, 1]);
const minus = (unknowns, times = 1) => unknowns.map((unknown) => [unknown, -times]);

/** The model, the plan that values of its unknowns stand for, and the values that stand for the empty plan. */
export function modelOf(problem) {
  const weights = { ...DEFAULTS, ...problem.weights };
  const model = emptyModel();
  const slots = slotsOf(problem).map((slot) => withUnknowns(model, slot, weights));
  for (const slot of slots) {
    groups(model, slot);
    company(model, slot);
    support(model, slot);
    roomTaken(model, slot);
    transport(model, slot);
    preferred(model, slot, weights);
  }
  copiesInOrder(model, slots);
  sessionsPerActivity(model, problem, slots);
  oneThingAtATime(model, problem, slots);
  floorCover(model, problem, slots);
  for (const resident of problem.residents) daysAndMoney(model, problem, resident, attendances(slots, resident), weights);
  promisesKept(model, problem, slots, weights);
  routinesKept(model, problem, slots, weights);
  changes(model, problem, slots, weights);
  return { model, planFrom: (values) => planFrom(problem, slots, values), nothing: model.columns.map(({ nothing }) => nothing ?? 0) };
}

/** `attends`, `helps`, `drives` and `takes` are lists of who or what, each with its unknown. */
function withUnknowns(model, slot, weights) {
  const cost = -weights.staff * Math.ceil((slot.span[1] - slot.span[0]) / QUARTER);
  const open = model.unknown();
  const attends = slot.residents.map((resident) => ({ resident, unknown: model.unknown(), span: slot.span }));
  const helps = slot.staff.map((person) => ({ person, unknown: model.unknown(cost), span: slot.span }));
  const drives = slot.drives.map(({ vehicle, driver }) => ({ vehicle, person: driver, unknown: model.unknown(cost), span: slot.span }));
  const takes = slot.rooms.map((room) => ({ room, unknown: model.unknown(), span: slot.span }));
  return { ...slot, open, attends, helps, drives, takes };
}

const of = (list) => list.map(({ unknown }) => unknown);
const supporters = ({ activity, helps, drives }) => (activity.driverSupports ? [...helps, ...drives] : helps);

/** Rule 2: between min and max residents, and nobody in a session that does not run. */
function groups(model, { activity, open, attends }) {
  const everyone = of(attends);
  model.row([...once(everyone), [open, -activity.group.min]], 0, Infinity);
  model.row([...once(everyone), [open, -activity.group.max]], -Infinity, 0);
  for (const unknown of everyone) model.row([[unknown, 1], [open, -1]], -Infinity, 0);
}

/** Rule 3: not with those they avoid, not with staff they declined. */
function company(model, { open, attends, helps, drives }) {
  const notBoth = (one, others) => {
    if (others.length > 0) model.row([[one, 1], ...once(others), [open, -1]], -Infinity, 0);
  };
  attends.forEach(({ resident, unknown }, i) => {
    for (const other of attends.slice(i + 1)) {
      if (resident.avoids.includes(other.resident.id) || other.resident.avoids.includes(resident.id)) notBoth(unknown, [other.unknown]);
    }
    for (const id of resident.declinedStaff) notBoth(unknown, of([...helps, ...drives].filter(({ person }) => person.id === id)));
  });
}

/** Rule 5: base staff, skills, and the ratios; shared support is rounded up by itself when someone has a person of their own. */
function support(model, slot) {
  const { activity, open, attends } = slot;
  const helpers = supporters(slot);
  const atLeast = (people, many) => model.row([...once(of(people)), [open, -many]], 0, Infinity);
  if (activity.baseStaff > 0) atLeast(helpers, activity.baseStaff);
  for (const [skill, many] of Object.entries(activity.skills)) {
    if (many > 0) atLeast(helpers.filter(({ person }) => person.skills.includes(skill)), many);
  }
  const needs = attends.map(({ resident, unknown }) => ({ unknown, ...(activity.setting === 'home' ? resident.supportIn : resident.supportOut) }));
  const wanting = needs.filter(({ staff }) => staff > 0);
  const dedicated = wanting.filter(({ staff, residents }) => staff >= residents);
  const shared = wanting.filter(({ staff, residents }) => staff < residents);
  if (dedicated.length === 0 || shared.length === 0) {
    enough(model, once(of(helpers)), wanting);
    return;
  }
  const sharers = model.unknown(0, shared.length);
  enough(model, [[sharers, 1]], shared);
  enough(model, [...once(of(helpers)), [sharers, -1]], dedicated);
}

/** have ≥ Σ staff/residents, multiplied until every number is whole. */
function enough(model, have, needs) {
  if (needs.length === 0) return;
  const scale = needs.reduce((all, { residents }) => (all * residents) / commonFactor(all, residents), 1);
  model.row([...have.map(([unknown, times]) => [unknown, times * scale]), ...needs.map(({ unknown, staff, residents }) => [unknown, (-staff * scale) / residents])], 0, Infinity);
}

function commonFactor(a, b) {
  return b === 0 ? a : commonFactor(b, a % b);
}

/** Rule 7: one room, and everyone fits in. */
function roomTaken(model, { activity, open, attends, helps, drives, takes }) {
  if (activity.rooms.length === 0) return;
  model.row([...once(of(takes)), [open, -1]], 0, 0);
  model.row([...once(of([...attends, ...helps, ...drives])), ...takes.map(({ room, unknown }) => [unknown, -room.capacity])], -Infinity, 0);
}

/** Rule 8: a vehicle with its driver, bays for wheelchairs, seats for everyone else. */
function transport(model, { activity, open, attends, helps, drives }) {
  if (activity.transport !== 'vehicle') return;
  const inWheelchairs = attends.filter(({ resident }) => resident.wheelchair);
  const onSeats = [...attends.filter(({ resident }) => !resident.wheelchair), ...helps];
  model.row([...once(of(drives)), [open, -1]], 0, Infinity);
  if (inWheelchairs.length > 0) model.row([...once(of(inWheelchairs)), ...drives.map(({ vehicle, unknown }) => [unknown, -vehicle.bays])], -Infinity, 0);
  model.row([...once(of(onSeats)), ...drives.map(({ vehicle, unknown }) => [unknown, -vehicle.seats])], -Infinity, 0);
}

/** Points for an attendance with at least one of the resident's preferred staff. */
function preferred(model, { attends, helps, drives }, weights) {
  for (const { resident, unknown } of weights.preferred > 0 ? attends : []) {
    const liked = [...helps, ...drives].filter(({ person }) => resident.preferredStaff.includes(person.id));
    if (liked.length === 0) continue;
    const isGlad = model.unknown(weights.preferred);
    model.row([[isGlad, 1], [unknown, -1]], -Infinity, 0);
    model.row([[isGlad, 1], ...minus(of(liked))], -Infinity, 0);
  }
}

/** Copies of one slot are alike, so they open in order. */
function copiesInOrder(model, slots) {
  slots.forEach((slot, i) => {
    if (slot.copy > 0) model.row([[slot.open, 1], [slots[i - 1].open, -1]], -Infinity, 0);
  });
}

/** Rule 1: at most so many sessions of an activity. */
function sessionsPerActivity(model, { activities }, slots) {
  for (const activity of activities) {
    const own = slots.filter((slot) => slot.activity === activity);
    if (own.length > activity.maxSessions) model.row(once(own.map(({ open }) => open)), 0, activity.maxSessions);
  }
}

/** Rules 2, 4, 7 and 8: residents, staff, rooms and vehicles are in one session at a time. */
function oneThingAtATime(model, problem, slots) {
  const alone = (uses) => {
    for (const set of underWayTogether(uses)) if (set.length > 1) model.row(once(of(set)), 0, 1);
  };
  const under = (lists, key) => Map.groupBy(slots.flatMap(lists), (use) => use[key]);
  for (const uses of under(({ attends }) => attends, 'resident').values()) alone(uses);
  for (const uses of under(({ helps, drives }) => [...helps, ...drives], 'person').values()) alone(uses);
  for (const uses of under(({ drives }) => drives, 'vehicle').values()) alone(uses);
  for (const uses of under(({ takes }) => takes, 'room').values()) alone(uses);
}

/** Rule 6: no more away at any moment than can be spared. */
function floorCover(model, problem, slots) {
  const away = slots.flatMap(({ helps, drives }) => [...helps, ...drives]);
  for (const { span: [from, to], spare } of floorOf(problem)) {
    const during = away.filter(({ span }) => span[0] < to && from < span[1]).map(({ unknown, span }) => ({ unknown, span: [Math.max(from, span[0]), span[1]] }));
    for (const set of underWayTogether(during)) if (set.length > spare) model.row(once(of(set)), 0, spare);
  }
}

/** One resident's attendances, each with its slot. */
function attendances(slots, resident) {
  return slots.flatMap((slot) => slot.attends.filter((one) => one.resident === resident).map(({ unknown }) => ({ slot, unknown })));
}

/** Rules 2 and 9, and the points for value and for going without. */
function daysAndMoney(model, problem, resident, own, weights) {
  for (const [day, onDay] of Map.groupBy(own, ({ slot }) => slot.day)) {
    if (onDay.length > resident.maxPerDay) model.row(once(of(onDay)), 0, resident.maxPerDay);
    for (const [activity, same] of Map.groupBy(onDay, ({ slot }) => slot.activity)) {
      const most = timesADay(problem, resident, activity, day);
      if (same.length > most) model.row(once(of(same)), 0, most);
    }
  }
  if (resident.budget !== null) {
    const paid = own.filter(({ slot }) => slot.activity.cost > 0);
    model.row(paid.map(({ slot, unknown }) => [unknown, slot.activity.cost]), 0, resident.budget);
  }
  for (const [activity, same] of Map.groupBy(own, ({ slot }) => slot.activity)) {
    const again = [];
    for (let points = resident.value[activity.id]; points > 0 && again.length < same.length; points = Math.floor(points / 2)) again.push(model.unknown(points));
    model.row([...once(again), ...minus(of(same))], -Infinity, 0);
  }
  // One unknown for each session short of the target, each dearer than the one before.
  const short = Array.from({ length: resident.target }, (_, i) => model.unknown(-weights.shortfall * (i + 1)));
  for (const unknown of short) model.columns[unknown].nothing = 1;
  if (short.length > 0) model.row([...once(short), ...once(of(own))], resident.target, Infinity);
}

function timesADay({ routines }, resident, activity, day) {
  const own = routines.filter((routine) => routine.resident === resident.id && routine.activity === activity.id);
  const begins = own.flatMap(({ occurrences }) => occurrences).filter(([from]) => Math.floor(from / 1440) === day);
  return Math.max(1, begins.length);
}

const liesInside = ([from, to], [start, end]) => start <= from && to <= end;

function keptBy(model, points, attending) {
  if (points <= 0 || attending.length === 0) return;
  const isKept = model.unknown(points);
  model.row([[isKept, 1], ...minus(of(attending))], -Infinity, 0);
}

function promisesKept(model, { promises, residents }, slots, weights) {
  for (const promise of promises) {
    const resident = residents.find(({ id }) => id === promise.resident);
    const keeping = slots.filter(({ activity, span }) => promise.activities.includes(activity.id) && liesInside(span, [promise.from, promise.to]));
    keptBy(model, weights.promise * promise.weight, attendances(keeping, resident));
  }
}

function routinesKept(model, { routines, residents }, slots, weights) {
  for (const routine of routines) {
    const resident = residents.find(({ id }) => id === routine.resident);
    for (const occurrence of routine.occurrences) {
      const keeping = slots.filter(({ activity, span }) => activity.id === routine.activity && liesInside(span, occurrence));
      keptBy(model, weights.routine * routine.weight, attendances(keeping, resident));
    }
  }
}

/** What people were told of: its points are lost, and given back to whoever attends it after all. */
function changes(model, { published }, slots, weights) {
  const key = (resident, activity, start) => JSON.stringify([resident, activity, start]);
  const told = new Set(published.flatMap(({ residents, activity, start }) => residents.map((id) => key(id, activity, start))));
  model.base -= weights.change * told.size;
  for (const { activity, span, attends } of slots) {
    for (const { resident, unknown } of attends) if (told.has(key(resident.id, activity.id, span[0]))) model.worth(unknown, weights.change);
  }
}

function planFrom(problem, slots, values) {
  const isYes = ({ unknown }) => values[unknown] > 0.5;
  const sessions = slots.filter(({ open }) => values[open] > 0.5).map(({ activity, span, attends, helps, drives, takes }) => ({
    activity: activity.id,
    start: span[0],
    room: takes.find(isYes)?.room.id ?? null,
    vehicles: drives.filter(isYes).map(({ vehicle, person }) => ({ vehicle: vehicle.id, driver: person.id })),
    staff: helps.filter(isYes).map(({ person }) => person.id),
    residents: attends.filter(isYes).map(({ resident }) => resident.id),
  }));
  return { instance: problem.id, sessions };
}
