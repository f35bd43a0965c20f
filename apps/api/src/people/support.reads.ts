/** One person's support as one answer: what they need, who they know, and how it was before. */
import { isKnown, isOneToOne, sayKnownTo } from '@promenade/domain/people/introductions';
import { saySupport } from '@promenade/domain/people/support';
import { dayIn } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { staffNames, togetherOf } from './introductions.reads.ts';
import { ResidentEntity } from './people.entities.ts';
import { SupportVersionEntity } from './support.entities.ts';
import type { AvoidedPersonType, KnownStaffType, SupportRecordType, SupportVersionType } from './support.graphql.ts';

export async function supportOf(tx: Tx, residentId: string): Promise<SupportRecordType> {
  const { homeId } = tx.actor;
  const row = await tx.em.findOneBy(ResidentEntity, { homeId, id: residentId });
  if (!row) throw new NotFound('This person');
  const versions = await tx.em.find(SupportVersionEntity, { where: { homeId, residentId }, order: { recordedAt: 'DESC', id: 'DESC' } });
  const [atHome, out] = [{ staff: row.supportInStaff, residents: row.supportInResidents }, { staff: row.supportOutStaff, residents: row.supportOutResidents }];
  const { hoist = null, bring = null, style = null } = versions[0] ?? {};
  return {
    residentId, name: row.preferredName, inStaff: atHome.staff, inResidents: atHome.residents, outStaff: out.staff, outResidents: out.residents, wheelchair: row.wheelchair,
    transfers: row.transfers, hoist, bring, communication: row.communication, riskOut: row.riskOut, riskDo: row.riskDo, style, words: saySupport(atHome, out),
    oneToOne: isOneToOne(atHome) || isOneToOne(out), staff: await knownStaff(tx, row), avoids: await avoidedBy(tx, residentId), versions: versions.map((each, at) => versionOf(each, versions[at + 1])),
  };
}

async function knownStaff(tx: Tx, { id, preferredName }: ResidentEntity): Promise<KnownStaffType[]> {
  const together = new Map((await togetherOf(tx, [id])).map((each) => [each.staffId, each]));
  const stances = new Map((await tx.em.query<{ staffId: string; kind: string }[]>('SELECT staff_id AS "staffId", kind FROM staff_preference WHERE home_id = $1 AND resident_id = $2', [tx.actor.homeId, id])).map((each) => [each.staffId, each.kind]));
  return (await staffNames(tx, dayIn(tx.actor.zone, tx.now))).filter(({ isHere }) => isHere).map(({ id: staffId, name, agency }): KnownStaffType => {
    const { times = 0, lastAt = null } = together.get(staffId) ?? {};
    return { staffId, name, agency, together: times, isKnown: isKnown(times), lastAt, stance: stances.get(staffId) ?? null, words: sayKnownTo(preferredName, times, agency) };
  }).toSorted((a, b) => b.together - a.together);
}

/** Either side naming the other is enough. */
function avoidedBy(tx: Tx, residentId: string): Promise<AvoidedPersonType[]> {
  return tx.em.query<AvoidedPersonType[]>(
    `SELECT DISTINCT r.id, r.preferred_name AS name FROM avoidance a JOIN resident r ON r.home_id = a.home_id AND r.id = CASE WHEN a.resident_id = $2 THEN a.other_id ELSE a.resident_id END
     WHERE a.home_id = $1 AND $2 IN (a.resident_id, a.other_id) ORDER BY 2`,
    [tx.actor.homeId, residentId],
  );
}

const NAMED: readonly (readonly [keyof SupportVersionEntity, string])[] = [
  ['wheelchair', 'Wheelchair'], ['transfers', 'Transfers'], ['hoist', 'Hoist'], ['bring', 'To bring'], ['communication', 'Talking with them'], ['riskOut', 'What can go wrong out'], ['riskDo', 'What to do then'],
  ['style', 'Takes part'],
];

function versionOf(version: SupportVersionEntity, before: SupportVersionEntity | undefined): SupportVersionType {
  const { id, why, recordedByName, recordedAt } = version;
  const ratios = (each: SupportVersionEntity) => saySupport({ staff: each.inStaff, residents: each.inResidents }, { staff: each.outStaff, residents: each.outResidents });
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : 'nothing');
  const changes = before ? NAMED.filter(([field]) => version[field] !== before[field]).map(([field, name]) => `${name}: ${text(version[field])}; before, ${text(before[field])}.`) : [];
  return { id, words: ratios(version), changes: before && ratios(before) !== ratios(version) ? [`Before: ${ratios(before)}`, ...changes] : changes, why, recordedByName, recordedAt };
}
