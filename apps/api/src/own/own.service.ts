/** Yes, no and "I did not mean that", in the person's name. A no takes nothing away: staff see it, planners are told, and act. */
import { Injectable } from '@nestjs/common';
import { OWN_WORDS, type Says, mayAnswerPromise, mayAnswerSession, sayOwnWord, standingWords } from '@promenade/domain/own/word';
import { sayDay, sayWhen } from '@promenade/domain/shared/time';
import { noteChange } from '../changes/changes.ts';
import { ChangedFactEntity } from '../changes/changes.entities.ts';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Conflict, Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { OwnWordEntity } from './own.entities.ts';
import type { OwnWordType, SayOwnWordInput } from './own.graphql.ts';
import { ownWordOf } from './own.reads.ts';

/** A tablet's clock may be a little ahead of ours. */
const CLOCK_MS = 5 * 60_000;

type SessionRow = { isBooked: boolean; status: string; startsAt: Date; endsAt: Date; name: string };

@Injectable()
export class OwnService {
  /** Says it once, however often it is sent. */
  async say(tx: Tx, input: SayOwnWordInput): Promise<OwnWordType | Refused> {
    const { homeId, accountId, name: holder } = tx.actor;
    const { says } = input;
    if (says !== 'yes' && says !== 'no') throw new Invalid('Say yes or no.');
    if ((input.sessionId === null) === (input.promiseId === null)) throw new Invalid('Say what it is about: something planned, or a promise.');
    const person = await this.personOf(tx, input.residentId);
    const before = await tx.em.findOneBy(OwnWordEntity, { homeId, id: input.id });
    if (before) return ownWordOf(sameWord(before, input), person.preferredName);
    const session = input.sessionId === null ? null : await this.sessionOf(tx, input.sessionId, person.id);
    const promise = input.promiseId === null ? null : await this.promiseOf(tx, input.promiseId, person.id);
    const about = { name: person.preferredName, status: person.status };
    const decision = input.sessionId === null ? mayAnswerPromise(promise, about) : mayAnswerSession(session, about, tx.now);
    if (!decision.allowed) return refused(OWN_WORDS, decision.reasons);
    const what = session ? `${session.name}, ${sayWhen(tx.actor.zone, session.startsAt)}` : `“${promise?.words ?? ''}”, promised by ${sayDay(promise?.dueOn ?? '')}`;
    const standing = standingWords(await tx.em.findBy(OwnWordEntity, { homeId, residentId: person.id })).get(input.sessionId ?? input.promiseId ?? '');
    if (standing?.says === says) return ownWordOf(standing, person.preferredName);
    if (standing?.changeId) await this.takeBack(tx, standing.changeId, person.preferredName, what);
    const change = session && says === 'no' ? await noteChange(tx, { kind: 'resident declined', residentId: person.id, startsAt: session.startsAt, endsAt: session.endsAt, words: sayOwnWord(person.preferredName, 'no', what) }) : null;
    const row: OwnWordEntity = {
      homeId, id: input.id, residentId: person.id, says, sessionId: input.sessionId, promiseId: input.promiseId, what, changeId: change?.id ?? null, undoesId: null,
      saidAt: input.saidAt.getTime() > tx.now.getTime() + CLOCK_MS ? tx.now : input.saidAt, recordedBy: accountId, recordedByName: holder, recordedAt: tx.now,
    };
    await tx.em.insert(OwnWordEntity, row);
    return ownWordOf(row, person.preferredName);
  }

  /** Takes a word back; both stay on record. Taking back twice takes back once. */
  async notMeant(tx: Tx, wordId: string): Promise<boolean> {
    const { homeId, accountId, name } = tx.actor;
    const word = await tx.em.findOneBy(OwnWordEntity, { homeId, id: wordId });
    if (!word || word.says === 'not meant') throw new NotFound('This word');
    const person = await this.personOf(tx, word.residentId);
    if (await tx.em.existsBy(OwnWordEntity, { homeId, undoesId: word.id })) return true;
    if (word.changeId) await this.takeBack(tx, word.changeId, person.preferredName, word.what);
    const { residentId, sessionId, promiseId, what } = word;
    await tx.em.insert(OwnWordEntity, { homeId, id: newId(), residentId, says: 'not meant' satisfies Says, sessionId, promiseId, what, changeId: null, undoesId: word.id, saidAt: tx.now, recordedBy: accountId, recordedByName: name, recordedAt: tx.now });
    return true;
  }

  /** Planners are told that a no does not hold any more. */
  private async takeBack(tx: Tx, changeId: string, name: string, what: string): Promise<void> {
    const change = await tx.em.findOneBy(ChangedFactEntity, { homeId: tx.actor.homeId, id: changeId });
    if (!change || (await tx.em.existsBy(ChangedFactEntity, { homeId: tx.actor.homeId, undoesId: changeId }))) return;
    await noteChange(tx, { kind: 'resident back', residentId: change.residentId, startsAt: tx.now, endsAt: change.endsAt, words: sayOwnWord(name, 'not meant', what), undoesId: changeId });
  }

  /** One at a time for each person: whoever comes second sees what was said first. */
  private async personOf(tx: Tx, residentId: string): Promise<ResidentEntity> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('own word ' || $1, 0))`, [residentId]);
    const person = await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id: residentId });
    if (!person) throw new NotFound('This person');
    return person;
  }

  private async sessionOf(tx: Tx, sessionId: string, residentId: string): Promise<SessionRow | null> {
    const [row] = await tx.em.query<SessionRow[]>(
      `SELECT EXISTS (SELECT 1 FROM booking b WHERE b.home_id = s.home_id AND b.session_id = s.id AND b.resident_id = $3) AS "isBooked", s.status, s.starts_at AS "startsAt", s.ends_at AS "endsAt", a.name
       FROM session s JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id WHERE s.home_id = $1 AND s.id = $2`, [tx.actor.homeId, sessionId, residentId]);
    return row ?? null;
  }

  private async promiseOf(tx: Tx, promiseId: string, residentId: string): Promise<{ owed: boolean; words: string; dueOn: string } | null> {
    const [row] = await tx.em.query<{ owed: boolean; words: string; dueOn: string }[]>(
      `SELECT owed, words, to_char(due_on, 'YYYY-MM-DD') AS "dueOn" FROM promise WHERE home_id = $1 AND id = $2 AND resident_id = $3`, [tx.actor.homeId, promiseId, residentId]);
    return row ?? null;
  }
}

function sameWord(before: OwnWordEntity, { residentId, sessionId, promiseId, says }: SayOwnWordInput): OwnWordEntity {
  if (before.residentId !== residentId || before.sessionId !== sessionId || before.promiseId !== promiseId || before.says !== says) {
    throw new Conflict('Something else was said under this entry already. Open the page again and say it once more.');
  }
  return before;
}
