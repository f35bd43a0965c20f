/** Records rounds: each tap by itself as it arrives from a device, once however often it is sent. */
import { Injectable } from '@nestjs/common';
import { ANSWERS, ROUND_WORDS, type Look, type LookWord, type RoundReason, mayAnswer, mayLook, standingLooks } from '@promenade/domain/rounds/round';
import type { Tx } from '../db/db.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { RoomEntity } from '../venues/venues.entities.ts';
import { RoundEndEntity, RoundEntity, RoundLookEntity, RoundResponseEntity } from './rounds.entities.ts';
import type { EndRoundInput, LookInput, RoundInput, RoundResponseInput, RoundType } from './rounds.graphql.ts';
import { roundById } from './rounds.reads.ts';

const no = (code: RoundReason) => refused(ROUND_WORDS, [{ code }]);

@Injectable()
export class RoundsService {
  /** The round begins with its first look. */
  async look(tx: Tx, round: RoundInput, look: LookInput): Promise<RoundType | Refused> {
    await inTurn(tx, round.id);
    const { homeId } = tx.actor;
    const begun = await this.begun(tx, round);
    if (begun === 'otherwise') return no('ROUND_SAID_OTHERWISE');
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId, id: look.residentId });
    if (!resident) throw new NotFound('This resident');
    const again = await tx.em.findOneBy(RoundLookEntity, { homeId, id: look.id });
    if (again) return isSame(again, round.id, look) ? roundById(tx, round.id) : no('LOOK_SAID_OTHERWISE');
    const before: Look[] = begun ? await tx.em.findBy(RoundLookEntity, { homeId, roundId: round.id }) : [];
    const ended = begun !== null && (await tx.em.existsBy(RoundEndEntity, { homeId, roundId: round.id }));
    const decision = mayLook({ id: look.id, residentId: look.residentId, state: look.state, at: look.at, correctsId: look.correctsId, name: resident.preferredName }, { ended, before }, tx.now);
    if (!decision.allowed) return refused(ROUND_WORDS, decision.reasons);
    const { id, residentId, at, correctsId } = look;
    if (!begun) await tx.em.insert(RoundEntity, { homeId, id: round.id, roomId: round.roomId, beganAt: round.beganAt, ...recordedIn(tx) });
    await tx.em.insert(RoundLookEntity, { homeId, id, roundId: round.id, residentId, state: look.state as LookWord, at, correctsId, ...recordedIn(tx) });
    return roundById(tx, round.id);
  }

  async end(tx: Tx, { id, roundId, whole, endedAt }: EndRoundInput): Promise<RoundType | Refused> {
    await inTurn(tx, roundId);
    const { homeId } = tx.actor;
    if (!(await tx.em.existsBy(RoundEntity, { homeId, id: roundId }))) throw new NotFound('This round');
    const before = await tx.em.findOneBy(RoundEndEntity, { homeId, roundId });
    if (before) return before.whole === whole ? roundById(tx, roundId) : no('ROUND_ENDED');
    await tx.em.insert(RoundEndEntity, { homeId, id, roundId, whole, endedAt, ...recordedIn(tx) });
    return roundById(tx, roundId);
  }

  async answer(tx: Tx, { id, lookId, kind: wanted, words }: RoundResponseInput): Promise<RoundType | Refused> {
    const kind = ANSWERS.find((each) => each === wanted);
    if (!kind) throw new Invalid('Say whether something was done, or whether the next shift is to hear of it.');
    const { homeId } = tx.actor;
    const look = await tx.em.findOneBy(RoundLookEntity, { homeId, id: lookId });
    if (!look) throw new NotFound('This look');
    await inTurn(tx, look.roundId);
    const again = await tx.em.findOneBy(RoundResponseEntity, { homeId, id });
    if (again) return again.lookId === lookId && again.kind === kind && again.words === words.trim() ? roundById(tx, look.roundId) : no('ANSWER_SAID_OTHERWISE');
    const standing = standingLooks(await tx.em.findBy(RoundLookEntity, { homeId, roundId: look.roundId }));
    const decision = mayAnswer({ words }, { state: look.state, stands: standing.some((each) => each.id === lookId) });
    if (!decision.allowed) return refused(ROUND_WORDS, decision.reasons);
    await tx.em.insert(RoundResponseEntity, { homeId, id, lookId, kind, words: words.trim(), ...recordedIn(tx) });
    return roundById(tx, look.roundId);
  }

  private async begun(tx: Tx, { id, roomId, beganAt }: RoundInput): Promise<RoundEntity | 'otherwise' | null> {
    const { homeId } = tx.actor;
    const before = await tx.em.findOneBy(RoundEntity, { homeId, id });
    if (before) return before.roomId === roomId && before.beganAt.getTime() === beganAt.getTime() ? before : 'otherwise';
    if (!(await tx.em.existsBy(RoomEntity, { homeId, id: roomId }))) throw new NotFound('This room');
    return null;
  }
}

/** One at a time for each round. */
async function inTurn(tx: Tx, roundId: string): Promise<void> {
  await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('round ' || $1, 0))`, [roundId]);
}

function recordedIn({ actor, now }: Tx) {
  return { recordedBy: actor.accountId, recordedByName: actor.name, recordedAt: now };
}

function isSame(before: RoundLookEntity, roundId: string, look: LookInput): boolean {
  return before.roundId === roundId && before.residentId === look.residentId && before.state === look.state && before.correctsId === look.correctsId && before.at.getTime() === look.at.getTime();
}
