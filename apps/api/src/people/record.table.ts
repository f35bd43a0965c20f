/** What every line of a person's record carries: whose it is, who wrote it down, and when. */
import { Column } from 'typeorm';
import { InHome } from '../db/table.ts';

export abstract class OfResident extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
