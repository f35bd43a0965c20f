import { Column, Index } from 'typeorm';
import type { MediaKind } from '@promenade/domain/media/media';
import { HomeTable, InHome, References } from '../db/table.ts';

/** A photo or a recording of a resident. Its content is a file named by its SHA-256; the row is made once that file stands. */
@HomeTable('media')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
@Index(['sha256'])
export class MediaEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('text') kind: MediaKind;
  @Column('text') mime: string;
  @Column('int') bytes: number;
  @Column('text') sha256: string;
  @Column('text', { nullable: true }) thumbSha256: string | null;
  /** Of the file as it was sent: the same file under the same id again is the same answer. */
  @Column('text') sentSha256: string;
  @Column('int', { nullable: true }) width: number | null;
  @Column('int', { nullable: true }) height: number | null;
  @Column('double precision', { nullable: true }) seconds: number | null;
  @Column('text') fileName: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  /** From this moment on there is no content; the row stays. */
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
  @Column('uuid', { nullable: true }) erasedBy: string | null;
  @Column('text', { nullable: true }) erasedWhy: string | null;
}

/** Who is in a photo or heard in a recording beside the one it was taken of: it is shown while each of them agrees. */
@HomeTable('media_person')
@References('MediaEntity', 'mediaId')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'mediaId', 'residentId'], { unique: true })
@Index(['homeId', 'residentId'])
export class MediaPersonEntity extends InHome {
  @Column('uuid') mediaId: string;
  @Column('uuid') residentId: string;
}
