import { Column } from 'typeorm';
import { HomeTable, InHome, References } from '../db/table.ts';

@HomeTable('vehicle')
export class VehicleEntity extends InHome {
  @Column('text') name: string;
  @Column('text') registration: string;
  /** Seats for passengers: the driver's is not counted. */
  @Column('int') seats: number;
  @Column('int') bays: number;
  @Column('text') licence: 'B' | 'D1';
  @Column('date') inspectionDue: string;
  @Column('date') insuranceDue: string;
  @Column('text') fromTime: string;
  @Column('text') toTime: string;
}

@HomeTable('vehicle_off_road')
@References('VehicleEntity', 'vehicleId')
@References('ChangedFactEntity', 'changeId')
export class VehicleOffRoadEntity extends InHome {
  @Column('uuid') vehicleId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz', { nullable: true }) endsAt: Date | null;
  @Column('text') why: string;
  /** The change that says so, when somebody did; an imported one has none. */
  @Column('uuid', { nullable: true }) changeId: string | null;
  /** From this moment on it no longer holds. The row stays: history is added to. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
