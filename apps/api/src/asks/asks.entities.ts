import { Column, Index } from 'typeorm';
import type { AskEntry } from '@promenade/domain/asks/ask';
import type { MemoryKind } from '@promenade/domain/asks/memory';
import type { VisitEntry, VisitRepeats } from '@promenade/domain/asks/visit';
import { HomeTable, References } from '../db/table.ts';
import { OfResident } from '../people/record.table.ts';

/** What a supporter asks of the home. A wish it became has the same id. */
@HomeTable('family_ask')
@References('ResidentEntity', 'residentId')
@References('SupporterEntity', 'supporterId')
@Index(['homeId', 'residentId'])
export class FamilyAskEntity extends OfResident {
  @Column('uuid') supporterId: string;
  @Column('text') relation: string;
  @Column('text') words: string;
  /** The day by which the home is to answer, as it was said to whoever asked. */
  @Column('date') answerBy: string;
}

/** An answer, or that an answer does not answer it. */
@HomeTable('family_ask_entry')
@References('ResidentEntity', 'residentId')
@References('FamilyAskEntity', 'askId')
@Index(['homeId', 'askId'])
export class FamilyAskEntryEntity extends OfResident {
  @Column('uuid') askId: string;
  @Column('text') kind: AskEntry['kind'];
  @Column('text') words: string;
  @Column('date', { nullable: true }) answerBy: string | null;
}

/** One thing said about a visit: that somebody comes, not that day, or not at all. Lines of the same visit share `visitId`. */
@HomeTable('visit')
@References('ResidentEntity', 'residentId')
@References('SupporterEntity', 'supporterId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'visitId'])
export class VisitEntity extends OfResident {
  @Column('uuid') supporterId: string;
  @Column('uuid') visitId: string;
  @Column('text') relation: string;
  @Column('text') kind: VisitEntry['kind'];
  @Column('date') day: string;
  @Column('text') fromTime: string;
  @Column('text') toTime: string;
  @Column('text') repeats: VisitRepeats;
  @Column('date', { nullable: true }) untilDay: string | null;
  @Column('text') words: string;
}

/** What a supporter tells of a life, and what became of it. Lines of the same memory share `memoryId`. */
@HomeTable('told_by_family')
@References('ResidentEntity', 'residentId')
@References('SupporterEntity', 'supporterId')
@References('MediaEntity', 'mediaId')
@References('LifeFactEntity', 'lifeFactId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'memoryId'])
export class ToldByFamilyEntity extends OfResident {
  @Column('uuid') supporterId: string;
  @Column('uuid') memoryId: string;
  @Column('text') relation: string;
  @Column('text') kind: MemoryKind;
  @Column('text') words: string;
  @Column('text', { nullable: true }) whenWords: string | null;
  @Column('uuid', { nullable: true }) mediaId: string | null;
  /** The memory in the life story that staff made of it. */
  @Column('uuid', { nullable: true }) lifeFactId: string | null;
}
