/**
 * Everything that could be part of a plan, before anyone chooses: one slot for each activity, start and, where it could
 * run more than once at the same time, copy. What the rules forbid whatever else is planned is left out here.
 */
const DAY = 1440;

const overlaps = ([from, to], [start, end]) => from < end && start < to;
const holds = (spans, [from, to]) => spans.some(([start, end]) => start <= from && to <= end);
const meets = (spans, span) => spans.some((one) => overlaps(one, span));
const upTo = (limit, step) => Array.from({ length: Math.max(0, Math.ceil(limit / step)) }, (_, i) => i * step);

/** {activity, span, day, copy, residents, staff, drives: [{vehicle, driver}…], rooms} for everything that could run. */
export function slotsOf(problem) {
  const floor = floorOf(problem);
  return problem.activities.flatMap((activity) =>
    upTo(problem.days * DAY, problem.grid).flatMap((start) => {
      const slot = slotAt(problem, activity, start);
      const copies = slot ? mostAtOnce(slot, floor) : 0;
      return Array.from({ length: copies }, (_, copy) => ({ ...slot, copy }));
    }),
  );
}

function slotAt(problem, activity, start) {
  const { duration, travel } = activity;
  const span = [start, start + duration + 2 * travel];
  if (span[1] > problem.days * DAY || !holds(activity.windows, [start + travel, start + travel + duration])) return null;
  const staff = problem.staff.filter(({ shifts, breaks }) => holds(shifts, span) && !meets(breaks, span));
  const vehicles = activity.transport === 'vehicle' ? problem.vehicles.filter(({ available }) => holds(available, span)) : [];
  return {
    activity,
    span,
    day: Math.floor(start / DAY),
    residents: problem.residents.filter((resident) => mayAttend(problem, resident, activity, span)),
    staff,
    drives: vehicles.flatMap((vehicle) => staff.filter(({ licences }) => licences.includes(vehicle.licence)).map((driver) => ({ vehicle, driver }))),
    rooms: problem.rooms.filter(({ id, available }) => activity.rooms.includes(id) && holds(available, span)),
  };
}

function mayAttend(problem, resident, activity, span) {
  const isKept = ({ activity: own, occurrences }) =>
    occurrences.every((occurrence) => !overlaps(span, occurrence) || (activity.id === own && holds([occurrence], span)));
  return (
    Object.hasOwn(resident.value, activity.id) &&
    !meets(resident.unavailable, span) &&
    problem.routines.filter((routine) => routine.protected && routine.resident === resident.id).every(isKept)
  );
}

/** How often the slot could run side by side with itself; 0 when it cannot run at all. */
function mostAtOnce({ activity, span, residents, staff, drives, rooms }, floor) {
  const { group, baseStaff, driverSupports, maxSessions, transport } = activity;
  const drivers = transport === 'vehicle' ? 1 : 0;
  const people = driverSupports ? Math.max(drivers, baseStaff) : drivers + baseStaff;
  const spare = floor.filter((stretch) => overlaps(stretch.span, span)).reduce((least, stretch) => Math.min(least, stretch.spare), staff.length);
  return Math.min(
    maxSessions,
    Math.floor(residents.length / group.min),
    people > 0 ? Math.floor(spare / people) : Infinity,
    transport === 'vehicle' ? new Set(drives.map(({ vehicle }) => vehicle)).size : Infinity,
    activity.rooms.length > 0 ? rooms.length : Infinity,
  );
}

/** Stretches of time with how many staff may be away at once; where nobody need stay there is no stretch. */
export function floorOf({ staff, floorCover }) {
  const edges = [...staff.flatMap(({ shifts, breaks }) => [...shifts, ...breaks].flat()), ...floorCover.flatMap(({ from, to }) => [from, to])];
  const moments = [...new Set(edges)].sort((a, b) => a - b);
  const stretches = [];
  for (const [i, from] of moments.slice(0, -1).entries()) {
    const span = [from, moments[i + 1]];
    const least = Math.max(0, ...floorCover.filter((cover) => overlaps([cover.from, cover.to], span)).map(({ min }) => min));
    if (least === 0) continue;
    const onDuty = staff.filter(({ shifts, breaks }) => meets(shifts, span) && !meets(breaks, span)).length;
    const spare = Math.max(0, onDuty - least);
    const last = stretches.at(-1);
    if (last?.spare === spare && last.span[1] === from) last.span[1] = span[1];
    else stretches.push({ span, spare });
  }
  return stretches;
}

/** Among `items` with a span: each largest set that is under way at one moment. */
export function underWayTogether(items) {
  const sets = [];
  let current = [];
  for (const item of [...items].sort((a, b) => a.span[0] - b.span[0])) {
    if (current.some(({ span }) => span[1] <= item.span[0])) {
      sets.push(current);
      current = current.filter(({ span }) => span[1] > item.span[0]);
    }
    current.push(item);
  }
  if (current.length > 0) sets.push(current);
  return sets;
}
