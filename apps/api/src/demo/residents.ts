// The twenty-four people who live at Chestnut House, in the order of their rooms. Peggy Dunne and Harold Simms both
// stand in room 8 because the home's own list says so; the Appleyards share room 12; 23 and 24 are empty.

import type { ResidentContent } from './content.ts';
import { roomsElevenAndTwelve } from './residents-rooms-11-12.ts';
import { roomsNineteenToTwentyTwo } from './residents-rooms-19-22.ts';
import { roomsOneToThree } from './residents-rooms-1-3.ts';
import { roomsSevenToTen } from './residents-rooms-7-10.ts';
import { roomsFourToSix } from './residents-rooms-4-6.ts';
import { roomsSixteenToEighteen } from './residents-rooms-16-18.ts';
import { roomsThirteenToFifteen } from './residents-rooms-13-15.ts';

export const residents: readonly ResidentContent[] = [
  ...roomsOneToThree,
  ...roomsFourToSix,
  ...roomsSevenToTen,
  ...roomsElevenAndTwelve,
  ...roomsThirteenToFifteen,
  ...roomsSixteenToEighteen,
  ...roomsNineteenToTwentyTwo,
];
