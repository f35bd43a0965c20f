/** How far a place is and which way, and an honest estimate of the minutes until somebody has made the journey. */

/** Degrees, WGS 84. */
export type Position = { readonly lat: number; readonly lon: number };

/** Minutes one way; `walk` is null where it is too far to walk slowly. */
export type Travel = { readonly drive: number; readonly walk: number | null };

const EARTH_METRES = 6_371_000;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres in a straight line. */
export function metresBetween(a: Position, b: Position): number {
  const [dLat, dLon] = [rad(b.lat - a.lat), rad(b.lon - a.lon)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

const POINTS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const;

/** Which way to set out, as one says it: 'north-east'. */
export function directionTo(from: Position, to: Position): string {
  const y = Math.sin(rad(to.lon - from.lon)) * Math.cos(rad(to.lat));
  const x = Math.cos(rad(from.lat)) * Math.sin(rad(to.lat)) - Math.sin(rad(from.lat)) * Math.cos(rad(to.lat)) * Math.cos(rad(to.lon - from.lon));
  const degrees = (Math.atan2(y, x) * 180) / Math.PI;
  return POINTS[Math.round(((degrees + 360) % 360) / 45) % POINTS.length] ?? 'north';
}

/** '300 metres', '2.4 km', '31 km': no finer than a straight line deserves. */
export function sayDistance(metres: number): string {
  if (metres < 950) return `${Math.max(50, Math.round(metres / 50) * 50)} metres`;
  return metres < 9_950 ? `${(metres / 1000).toFixed(1)} km` : `${Math.round(metres / 1000)} km`;
}

/** Roads are longer than straight lines, streets are slow, and everybody has to get in and out. */
const ROAD = { longer: 1.4, metresAMinute: 500, settling: 3 };
/** Half the pace of somebody in a hurry: a walking frame, or a wheelchair on real kerbs. */
const FOOT = { longer: 1.3, metresAMinute: 40, longest: 40 };
const LONGEST_DRIVE = 240;

const upToFive = (minutes: number) => Math.max(5, Math.ceil(minutes / 5) * 5);

/** Minutes guessed from the straight line, rounded up to five: 1 km → 10 by vehicle, 35 on foot. */
export function estimateTravel(metres: number): Travel {
  const walk = upToFive((metres * FOOT.longer) / FOOT.metresAMinute);
  return { drive: Math.min(LONGEST_DRIVE, upToFive(ROAD.settling + (metres * ROAD.longer) / ROAD.metresAMinute)), walk: walk > FOOT.longest ? null : walk };
}

/** On the earth, and not the zero of a form nobody filled in. */
export function isPosition({ lat, lon }: Position): boolean {
  return Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);
}
