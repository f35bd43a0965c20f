/** What supporters tell of a life: theirs to put right and to take back, and for staff to put into the life story. */
import { Injectable } from '@nestjs/common';
import { MEMORY_WORDS, type Memory, type MemoryEntry, mayChangeMemory, mayKeepMemory, mayTell, memoriesOf } from '@promenade/domain/asks/memory';
import { mayShowMedia } from '@promenade/domain/media/media';
import { wordsOrNull } from '@promenade/domain/shared/words';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { Refused, refused } from '../graphql/refused.graphql.ts';
import { MediaEntity } from '../media/media.entities.ts';
import { PeopleService } from '../people/people.service.ts';
import { ToldByFamilyEntity } from './asks.entities.ts';
import { closeTo } from './asks.reads.ts';
import type { KeepMemoryInput, TakeBackMemoryInput, TellMemoryInput, ToldByFamilyType } from './told.graphql.ts';

/** An entry, with whether its photo may be looked at now. */
type Line = MemoryEntry & { residentId: string; supporterId: string; relation: string; photoConsent: string; isErased: boolean };

@Injectable()
export class ToldService {
  constructor(private readonly people: PeopleService) {}

  /** Keeps a memory in a supporter's name, or puts one of their own right. */
  async tell(tx: Tx, { id, residentId, memoryId, words, whenWords = null, mediaId = null }: TellMemoryInput): Promise<ToldByFamilyType | Refused> {
    const person = await closeTo(tx, residentId);
    if (!person) throw new NotFound('This person');
    const decision = mayTell(words, whenWords);
    if (!decision.allowed) return refused(MEMORY_WORDS, decision.reasons);
    const before = memoryId ? await this.held(tx, memoryId) : null;
    if (before && before.first.residentId !== residentId) throw new NotFound('This memory');
    const mayChange = before && mayChangeMemory(before);
    if (mayChange && !mayChange.allowed) return refused(MEMORY_WORDS, mayChange.reasons);
    if (mediaId !== null && !(await tx.em.existsBy(MediaEntity, { homeId: tx.actor.homeId, id: mediaId, residentId, kind: 'photo' }))) throw new Invalid('The photo did not arrive. Choose it once more.');
    await this.add(tx, { id, residentId, memoryId: memoryId ?? id, relation: person.relation, kind: before ? 'put right' : 'told', words: words.trim(), whenWords: wordsOrNull(whenWords), mediaId });
    return this.byId(tx, memoryId ?? id);
  }

  async takeBack(tx: Tx, { id, memoryId, words }: TakeBackMemoryInput): Promise<ToldByFamilyType | Refused> {
    const memory = await this.held(tx, memoryId);
    const decision = mayChangeMemory(memory);
    if (!decision.allowed) return refused(MEMORY_WORDS, decision.reasons);
    const { residentId, relation } = memory.first;
    await this.add(tx, { id, residentId, memoryId, relation, kind: 'taken back', words: words.trim().slice(0, 1000), whenWords: null, mediaId: null });
    return this.byId(tx, memoryId);
  }

  /** Staff put it into the life story, as told by whoever told it. */
  async keep(tx: Tx, { id, memoryId, theme }: KeepMemoryInput): Promise<ToldByFamilyType | Refused> {
    const memory = await this.held(tx, memoryId);
    const decision = mayKeepMemory(memory);
    if (!decision.allowed) return refused(MEMORY_WORDS, decision.reasons);
    const { now, first } = memory;
    const fact = await this.people.addLifeFact(tx, {
      id: newId(), residentId: first.residentId, words: now.words, whenWords: now.whenWords, theme, toldBy: `${first.recordedByName}, ${first.relation}`, toldHow: 'told by family', sensitive: false,
    });
    if (fact instanceof Refused) return fact;
    await this.write(tx, { id, residentId: first.residentId, supporterId: first.supporterId, memoryId, relation: first.relation, kind: 'kept', words: '', whenWords: null, mediaId: null, lifeFactId: fact.id });
    return this.byId(tx, memoryId);
  }

  /** What was told of somebody, the newest first: to a supporter their own, to staff all. */
  async of(tx: Tx, residentId: string): Promise<ToldByFamilyType[]> {
    return memoriesOf(await this.lines(tx, { residentId })).map(shown);
  }

  private async byId(tx: Tx, memoryId: string): Promise<ToldByFamilyType> {
    return shown(await this.memory(tx, memoryId));
  }

  private async held(tx: Tx, memoryId: string): Promise<Memory<Line>> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('memory ' || $1, 0))`, [memoryId]);
    return this.memory(tx, memoryId);
  }

  private async memory(tx: Tx, memoryId: string): Promise<Memory<Line>> {
    const [memory] = memoriesOf(await this.lines(tx, { memoryId }));
    if (!memory) throw new NotFound('This memory');
    return memory;
  }

  private async lines(tx: Tx, { residentId, memoryId }: { residentId?: string; memoryId?: string }): Promise<Line[]> {
    return tx.em.query<Line[]>(
      `SELECT t.memory_id AS "memoryId", t.resident_id AS "residentId", t.supporter_id AS "supporterId", t.relation, t.kind, t.words, t.when_words AS "whenWords", t.media_id AS "mediaId", t.recorded_by_name AS "recordedByName",
              t.recorded_at AS "recordedAt", r.photo_consent AS "photoConsent", (t.media_id IS NOT NULL AND (m.id IS NULL OR m.erased_at IS NOT NULL)) AS "isErased"
       FROM told_by_family t JOIN resident r ON r.home_id = t.home_id AND r.id = t.resident_id LEFT JOIN media m ON m.home_id = t.home_id AND m.id = t.media_id
       WHERE t.home_id = $1 AND ($2::uuid IS NULL OR t.resident_id = $2) AND ($3::uuid IS NULL OR t.memory_id = $3) ORDER BY t.recorded_at, t.id`,
      [tx.actor.homeId, residentId ?? null, memoryId ?? null],
    );
  }

  private add(tx: Tx, line: Omit<ToldByFamilyEntity, 'homeId' | 'supporterId' | 'recordedBy' | 'recordedByName' | 'recordedAt' | 'lifeFactId'>): Promise<void> {
    if (tx.actor.supporterId === null) throw new NotFound('This person');
    return this.write(tx, { ...line, supporterId: tx.actor.supporterId, lifeFactId: null });
  }

  private async write(tx: Tx, line: Omit<ToldByFamilyEntity, 'homeId' | 'recordedBy' | 'recordedByName' | 'recordedAt'>): Promise<void> {
    const { homeId, accountId, name } = tx.actor;
    await this.people.once(tx, ToldByFamilyEntity, { ...line, homeId, recordedBy: accountId, recordedByName: name, recordedAt: tx.now }, (before) => before.memoryId === line.memoryId && before.words === line.words);
  }
}

function shown({ id, first, now, earlier, takenBack, kept }: Memory<Line>): ToldByFamilyType {
  const mayShow = mayShowMedia(now.photoConsent as 'yes') && !now.isErased && takenBack === null;
  return {
    id, residentId: first.residentId, words: now.words, whenWords: now.whenWords, who: first.recordedByName, relation: first.relation, toldAt: first.recordedAt, photoId: mayShow ? now.mediaId : null,
    earlier: earlier.map(({ words, whenWords, recordedAt }) => ({ words, whenWords, at: recordedAt })),
    takenBack: takenBack && (takenBack.words || 'Taken back by whoever told it.'), keptBy: kept?.recordedByName ?? null,
  };
}
