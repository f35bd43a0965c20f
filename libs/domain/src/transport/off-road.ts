/** Vehicles off the road: whether that can be said, until when, and how it is said. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

export type OffRoadCode = 'NO_WHY' | 'DAY_OVER' | 'OFF_ALREADY' | 'NOT_OFF';

export const OFF_ROAD_WORDS: Words<OffRoadCode> = {
  NO_WHY: () => 'Say in a few words what is wrong with it, for whoever has it mended.',
  DAY_OVER: (day) => `${day} is over. Choose a day that is still to come, or leave it open.`,
  OFF_ALREADY: (name) => `${name} is off the road already. Say when it is back, and then anew if it breaks down again.`,
  NOT_OFF: (name) => `${name} is back on the road: somebody said so already.`,
};

/** `untilDay` null is until somebody says that it is back. */
export function mayTakeOffRoad(vehicle: { readonly name: string; readonly isOff: boolean }, why: string, untilDay: Day | null, today: Day): Decision<OffRoadCode> {
  return decide<OffRoadCode>([
    isBlank(why) && { code: 'NO_WHY' },
    untilDay !== null && untilDay < today && { code: 'DAY_OVER', about: sayDay(untilDay) },
    vehicle.isOff && { code: 'OFF_ALREADY', about: vehicle.name },
  ]);
}

/** 'The minibus is off the road until Friday 27 November: a flat tyre.' */
export function sayOffRoad(name: string, why: string, untilDay: Day | null): string {
  return `${name} is off the road${untilDay === null ? '' : ` until ${sayDay(untilDay)}`}: ${why.trim()}`;
}
