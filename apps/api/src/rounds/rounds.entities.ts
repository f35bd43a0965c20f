/** Once around a room: who was seen how, whether the round was whole, and what was done about distress. All of it is added to. */
import type { Answered, LookWord } from '@promenade/domain/rounds/round';
import { Check, Column, Index } from 'typeorm';
import { HomeTable, InHome, References } from '../db/table.ts';

/** Who wrote it down, and when it arrived. */
abstract class Recorded extends InHome {
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

@HomeTable('round')
@References('RoomEntity', 'roomId')
@Index(['homeId', 'beganAt'])
export class RoundEntity extends Recorded {
  @Column('uuid') roomId: string;
  /** By the clock of the device in the room. */
  @Column('timestamptz') beganAt: Date;
}

/** What one person was doing at one instant. A correction is another look; one that was a mistake is taken back. */
@HomeTable('round_look')
@References('RoundEntity', 'roundId')
@References('ResidentEntity', 'residentId')
@References('RoundLookEntity', 'correctsId')
@Check('ck_round_look_state', `state IN ('active', 'engaged', 'passive', 'asleep', 'distressed', 'taken back')`)
@Index(['homeId', 'roundId'])
@Index(['homeId', 'residentId', 'at'])
@Index(['homeId', 'correctsId'])
export class RoundLookEntity extends Recorded {
  @Column('uuid') roundId: string;
  @Column('uuid') residentId: string;
  @Column('text') state: LookWord;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) correctsId: string | null;
}

/** That a round is over. One that has none, or was not whole, is partial. */
@HomeTable('round_end')
@References('RoundEntity', 'roundId')
@Index(['homeId', 'roundId'], { unique: true })
export class RoundEndEntity extends Recorded {
  @Column('uuid') roundId: string;
  @Column('boolean') whole: boolean;
  @Column('timestamptz') endedAt: Date;
}

/** What was done for somebody who was seen distressed, or the word that was left for the handover. */
@HomeTable('round_response')
@References('RoundLookEntity', 'lookId')
@Check('ck_round_response_kind', `kind IN ('done', 'handover')`)
@Index(['homeId', 'lookId'])
export class RoundResponseEntity extends Recorded {
  @Column('uuid') lookId: string;
  @Column('text') kind: Answered;
  @Column('text') words: string;
}
