import { Column, Index } from 'typeorm';
import type { ErasureGround } from '@promenade/domain/promises/ledger-erasure';
import { HomeTable, InHome, References } from '../db/table.ts';
import { OfResident } from '../people/record.table.ts';

/** Why words were erased from the ledger: on what ground, who asked, in which words. The ledger itself says only that they were. */
@HomeTable('ledger_erasure')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
export class LedgerErasureEntity extends OfResident {
  @Column('text') ground: ErasureGround;
  @Column('text') askedBy: string;
  @Column('text') askedWords: string;
}

/** A place of the chain that left the house, in what a family was sent: if the ledger is cut off or written anew, it shows. */
@HomeTable('noted_head')
@Index(['homeId', 'seq'])
export class NotedHeadEntity extends InHome {
  @Column('int') seq: number;
  @Column('text') hash: string;
  @Column('timestamptz') notedAt: Date;
  @Column('text') sentTo: string;
}
