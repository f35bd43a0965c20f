/** Who sits where when a group leaves: wheelchairs in bays, everybody else on seats. */

export type Traveller = { readonly id: string; readonly isStaff: boolean; readonly inWheelchair: boolean };
export type Seat = { readonly vehicle: string; readonly kind: 'bay' | 'seat'; readonly number: number; readonly person: string | null };

/**
 * Every place of these vehicles with who has it. Each vehicle gets a member of staff first, as far as there are any; whoever
 * finds no place is in `left`. The driver's own seat is not among the places.
 */
export function seatPeople(vehicles: readonly { readonly id: string; readonly seats: number; readonly bays: number }[], travellers: readonly Traveller[]): { readonly seats: Seat[]; readonly left: string[] } {
  const places = vehicles.flatMap(({ id, seats, bays }) => [
    ...Array.from({ length: bays }, (_, n) => ({ vehicle: id, kind: 'bay' as const, number: n + 1, person: null as string | null })),
    ...Array.from({ length: seats }, (_, n) => ({ vehicle: id, kind: 'seat' as const, number: n + 1, person: null as string | null })),
  ]);
  const left: string[] = [];
  const sit = (id: string, kind: Seat['kind'], vehicle?: string) => {
    const free = places.find((place) => place.kind === kind && place.person === null && (vehicle === undefined || place.vehicle === vehicle));
    if (free) free.person = id;
    else left.push(id);
  };
  const staff = travellers.filter(({ isStaff }) => isStaff);
  const first = staff.slice(0, vehicles.length);
  first.forEach(({ id }, n) => sit(id, 'seat', vehicles[n]?.id));
  for (const { id } of travellers.filter(({ inWheelchair, isStaff }) => inWheelchair && !isStaff)) sit(id, 'bay');
  for (const { id } of travellers.filter(({ inWheelchair, isStaff }) => !inWheelchair && !isStaff)) sit(id, 'seat');
  for (const { id } of staff.slice(vehicles.length)) sit(id, 'seat');
  return { seats: places, left };
}
