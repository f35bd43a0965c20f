import { Column, PrimaryColumn } from 'typeorm';
import { HomeTable, InHome } from '../db/table.ts';

export type ImportKind = 'residents' | 'rota-matrix' | 'rota-shifts' | 'venues';

/** One file a home handed over: kept as it came, with how it was read and what became of it. */
@HomeTable('import_run')
export class ImportRunEntity extends InHome {
  @Column('text') kind: ImportKind;
  @Column('text') fileName: string;
  @Column('bytea') bytes: Buffer;
  @Column('jsonb') mapping: Record<string, unknown>;
  @Column('text') status: 'read' | 'imported';
  @Column('jsonb', { nullable: true }) summary: Record<string, unknown> | null;
  @Column('uuid') startedBy: string;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) importedAt: Date | null;
}

/** The corrections a home made to how its files are read, remembered for next time. */
@HomeTable('import_mapping')
export class ImportMappingEntity {
  @PrimaryColumn('uuid') homeId: string;
  @PrimaryColumn('text') kind: ImportKind;
  @Column('jsonb') mapping: Record<string, unknown>;
  @Column('timestamptz') updatedAt: Date;
}
