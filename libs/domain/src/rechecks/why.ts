/** Why a plan was mended, in words for each: families hear what it means for them, never who is ill. */
import type { ChangedFact } from '../changes/changed-fact.ts';
import type { TellingWhy } from '../planning/tellings.ts';
import { inWords } from '../shared/words.ts';

type Cause = Pick<ChangedFact, 'kind' | 'staffId' | 'residentId' | 'vehicleId'>;

/** What the words turn on: who was to drive in what had to change, and what they and the vehicles are called. */
export type Called = { readonly isDriver: (staffId: string) => boolean; readonly staff: (id: string) => string; readonly resident: (id: string) => string; readonly vehicle: (id: string) => string };

/** The reasons of a repair, put together from the changes that made it necessary; nothing where none is known. */
export function whyMended(causes: readonly Cause[], called: Called): TellingWhy {
  const staff = unique(causes.map((cause) => forStaff(cause, called)));
  return {
    staff: staff.length === 0 ? null : inWords(staff),
    of: (residentId) => {
      const own = unique(causes.map((cause) => forFamily(cause, residentId, called)));
      return own.length === 0 ? null : inWords(own);
    },
    about: causes.filter(({ kind }) => kind === 'staff off').flatMap(({ staffId }) => staffId ?? []),
  };
}

const unique = (words: readonly (string | null)[]) => [...new Set(words.filter((each) => each !== null))];

function forStaff({ kind, staffId, residentId, vehicleId }: Cause, { staff, resident, vehicle }: Called): string | null {
  switch (kind) {
    case 'staff off':
      return `${staff(staffId ?? '')} is off`;
    case 'vehicle off':
      return `${vehicle(vehicleId ?? '')} is off the road`;
    case 'resident off':
      return `${resident(residentId ?? '')} cannot come`;
    case 'resident declined':
      return `${resident(residentId ?? '')} has said no`;
    case 'support changed':
      return `${resident(residentId ?? '')} needs other support`;
    case 'staff declined':
      return `${resident(residentId ?? '')} does not want to be with ${staff(staffId ?? '')}`;
    case 'licences changed':
      return `${staff(staffId ?? '')} may not drive it`;
    case 'staff back':
    case 'vehicle back':
    case 'resident back':
      return null;
  }
}

function forFamily({ kind, staffId, residentId, vehicleId }: Cause, of: string, { isDriver, vehicle }: Called): string | null {
  switch (kind) {
    case 'staff off':
      return isDriver(staffId ?? '') ? 'a driver is off' : 'a member of staff is off';
    case 'vehicle off':
      return `${vehicle(vehicleId ?? '')} is off the road`;
    case 'resident off':
    case 'resident declined':
      return residentId === of ? 'it does not suit them then' : 'not everybody can come';
    case 'support changed':
    case 'staff declined':
      return 'other support is needed';
    case 'licences changed':
      return 'another driver is needed';
    case 'staff back':
    case 'vehicle back':
    case 'resident back':
      return null;
  }
}
