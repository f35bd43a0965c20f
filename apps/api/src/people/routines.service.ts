/** Single days on which a routine differs, and distress: both added to, never rewritten; sent twice, recorded once. */
import { Injectable } from '@nestjs/common';
import { DISTRESS_WORDS, type DistressLevel, mayNoteDistress } from '@promenade/domain/people/distress';
import { tidyWords } from '@promenade/domain/people/life-story';
import { DAY_EXCEPTIONS } from '@promenade/domain/people/routine-repeats';
import { END_WORDS } from '@promenade/domain/people/routine';
import { wordsOrNull } from '@promenade/domain/shared/words';
import type { Tx } from '../db/db.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { RoutineEntity } from './people.entities.ts';
import { PeopleService } from './people.service.ts';
import { DistressNoteEntity, RoutineExceptionEntity } from './routines.entities.ts';
import type { NoteDistressInput, RoutineDayDiffersInput } from './routines.graphql.ts';

@Injectable()
export class RoutinesService {
  constructor(private readonly people: PeopleService) {}

  async dayDiffers(tx: Tx, input: RoutineDayDiffersInput): Promise<RoutineEntity | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const routine = await this.routine(tx, input.routineId);
    const kind = DAY_EXCEPTIONS.find((each) => each === input.kind);
    if (!kind) throw new Invalid('Choose whether the day is left out, taken in too, or as usual.');
    if (input.day < routine.since || (routine.endedOn !== null && routine.endedOn <= input.day)) return refused(END_WORDS, [{ code: 'DAY_OUTSIDE' }]);
    const words = tidyWords(input.words).slice(0, 300);
    await this.people.once(tx, RoutineExceptionEntity, { homeId, id: input.id, routineId: routine.id, day: input.day, kind, words, recordedBy: accountId, recordedByName: name, recordedAt: tx.now },
      (before) => before.routineId === routine.id && before.day === input.day && before.kind === kind);
    return routine;
  }

  async noteDistress(tx: Tx, input: NoteDistressInput): Promise<DistressNoteEntity | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const resident = await this.people.resident(tx, input.residentId);
    const routine = input.routineId ? await this.routine(tx, input.routineId) : null;
    if (routine && routine.residentId !== resident.id) throw new NotFound('This routine');
    const words = wordsOrNull(tidyWords(input.words ?? ''));
    const correctsId = input.correctsId ?? null;
    const before = await tx.em.findOneBy(DistressNoteEntity, { homeId, id: input.id });
    const at = input.at ?? before?.at ?? tx.now;
    if (before) {
      const same = before.residentId === resident.id && before.level === input.level && before.words === words && before.at.getTime() === at.getTime() && before.correctsId === correctsId;
      return same ? before : refused(DISTRESS_WORDS, [{ code: 'DISTRESS_SAID_OTHERWISE' }]);
    }
    const decision = mayNoteDistress({ level: input.level, at, words: words ?? '', corrects: correctsId !== null }, tx.now);
    if (!decision.allowed) return refused(DISTRESS_WORDS, decision.reasons);
    if (correctsId && !(await tx.em.existsBy(DistressNoteEntity, { homeId, id: correctsId, residentId: resident.id }))) return refused(DISTRESS_WORDS, [{ code: 'DISTRESS_CORRECTS_ANOTHER' }]);
    return this.people.once(tx, DistressNoteEntity, {
      homeId, id: input.id, residentId: resident.id, routineId: routine?.id ?? null, at, level: input.level as DistressLevel, words, correctsId, recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    }, (there) => there.residentId === resident.id && there.level === input.level && there.words === words);
  }

  private async routine(tx: Tx, id: string): Promise<RoutineEntity> {
    const routine = await tx.em.findOneBy(RoutineEntity, { homeId: tx.actor.homeId, id });
    if (!routine) throw new NotFound('This routine');
    return routine;
  }
}
