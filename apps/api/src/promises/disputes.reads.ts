/** The clock of disputes in a home: today, its zone, and the bank holidays of its nation. */
import type { PromiseEntry } from '@promenade/domain/promises/promise';
import type { DisputeClock } from '@promenade/domain/promises/working-days';
import { addDays, dayIn } from '@promenade/domain/shared/time';
import { nationOf } from '../venues/home-place.ts';
import { bankHolidays } from '../venues/opening-hours.ts';
import type { LedgerTx } from './ledger.service.ts';

/** Longer than five working days ever take, Christmas and New Year in the way. */
const DAYS_TO_ANSWER = 21;

/** Enough of it for the disputes among these entries. Without any, the holidays are not asked for. */
export async function disputeClock(tx: LedgerTx & { readonly actor: { readonly zone: string } }, entries: readonly Pick<PromiseEntry, 'kind' | 'at'>[]): Promise<DisputeClock> {
  const { homeId, zone } = tx.actor;
  const today = dayIn(zone, tx.now);
  const days = entries.filter(({ kind }) => kind === 'disputed').map(({ at }) => dayIn(zone, at)).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { today, zone, holidays: new Set() };
  return { today, zone, holidays: bankHolidays(await nationOf(tx.em, homeId), first, addDays(last, DAYS_TO_ANSWER)) };
}
