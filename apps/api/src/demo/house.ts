// The house itself: where it stands, its rooms and wheels, what the codes of its rota mean and who must always stay.

import type { FloorCoverContent, HomeContent, RoomContent, VehicleContent } from './content.ts';

export const chestnutHouse: HomeContent = {
  key: 'chestnut-house',
  name: 'Chestnut House',
  about: 'A care home for twenty-four people in an old doctor’s house and its newer wing, ten minutes from the market.',
  address: '14 Rectory Bank, Harrowby HB2 7CH',
  phone: '01632 960100',
  lat: 53.9012,
  lon: -1.6485,
  zone: 'Europe/London',
};

export const rooms: readonly RoomContent[] = [
  { key: 'lounge', name: 'Lounge', capacity: 20, from: '08:00', to: '22:00' },
  { key: 'garden-room', name: 'Garden room', capacity: 20, from: '08:30', to: '21:00' },
  { key: 'dining-room', name: 'Dining room', capacity: 24, from: '09:30', to: '21:00' },
  { key: 'kitchen', name: 'Residents’ kitchen', capacity: 6, from: '09:00', to: '20:00' },
  { key: 'quiet-room', name: 'Quiet room', capacity: 6, from: '08:00', to: '22:00' },
  { key: 'garden', name: 'Garden and shed', capacity: 10, from: '09:00', to: '18:00' },
];

export const vehicles: readonly VehicleContent[] = [
  {
    key: 'minibus',
    name: 'The minibus',
    registration: 'HB21 CHN',
    seats: 9,
    bays: 2,
    licence: 'D1',
    tailLift: true,
    practicalLimit: 'Six residents at most, two of them in wheelchairs, with two staff and a driver.',
    inspectionDueInDays: 24,
    insuranceDueInDays: 131,
  },
  {
    key: 'berlingo',
    name: 'The Berlingo',
    registration: 'HB19 BLG',
    seats: 3,
    bays: 1,
    licence: 'B',
    tailLift: false,
    practicalLimit: 'One wheelchair up the ramp and three seats; nobody heavier than 160 kg with their chair.',
    inspectionDueInDays: 88,
    insuranceDueInDays: 131,
  },
];

/** What the codes of the rota mean. A night ends on the following morning. */
export const shiftTimes = {
  E: { from: '07:30', to: '14:30', breakMinutes: 0 },
  L: { from: '14:00', to: '21:00', breakMinutes: 0 },
  LD: { from: '07:30', to: '21:00', breakMinutes: 60 },
  N: { from: '20:45', to: '07:45', breakMinutes: 0 },
} as const;

export const floorCover: readonly FloorCoverContent[] = [
  { days: [1, 2, 3, 4, 5, 6, 7], from: '07:45', to: '12:00', min: 3 },
  { days: [1, 2, 3, 4, 5, 6, 7], from: '12:00', to: '13:00', min: 4 },
  { days: [1, 2, 3, 4, 5, 6, 7], from: '13:00', to: '17:00', min: 3 },
  { days: [1, 2, 3, 4, 5, 6, 7], from: '17:00', to: '18:00', min: 4 },
  { days: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '19:00', min: 3 },
  { days: [1, 2, 3, 4, 5, 6, 7], from: '19:00', to: '21:00', min: 2 },
];
