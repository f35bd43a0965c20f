/** The driver's sheet: the vehicle and its checks, the way with its times, who sits where. Nothing of anybody's health. */
import type { ResultOf } from 'gql.tada';
import { sayDay } from '@promenade/domain/shared/time';
import { Box, Line, Term, heading } from './duty.tsx';
import type { driverSheetsDocument } from './prints.graphql.ts';
import { SeatTable } from './seats.tsx';
import type { Block, Part } from './sheets.tsx';
import styles from './prints.module.css';
import { words } from './words.ts';

type Sheet = ResultOf<typeof driverSheetsDocument>['driverSheets'][number];
type Trip = Sheet['trips'][number];

export function driverParts(sheets: readonly Sheet[], home: string): Part[] {
  return sheets.map((sheet) => ({
    key: `${sheet.vehicle} ${sheet.driver}`, look: 'duty', isConfidential: true,
    head: () => <><h2>{words.driverTitle(sheet.vehicle)}</h2><p>{sayDay(sheet.day)} · {words.driver}: <strong>{sheet.driver}</strong></p></>,
    columns: [{ key: 'drive', blocks: [...vehicle(sheet), ...sheet.trips.flatMap((trip, n) => legs(trip, n)), ...phones(sheet, home)] }],
  }));
}

function vehicle(sheet: Sheet): Block[] {
  const isWheelchair = sheet.trips.some(({ seats }) => seats.some(({ kind, person }) => kind === 'bay' && person !== null));
  return [{ key: 'vehicle', node: (
    <div className={styles.row}>
      <p><strong>{sheet.registration}</strong>; {words.places(sheet.seats, sheet.bays)}; {words.licence} {sheet.licence}</p>
      <p>{words.inspection} {sayDay(sheet.inspectionDue)} {sheet.inspectionDue.slice(0, 4)}; {words.insurance.toLowerCase()} {sayDay(sheet.insuranceDue)} {sheet.insuranceDue.slice(0, 4)}</p>
      {sheet.stays && <p className={styles.flag}>{words.stays_(sheet.stays)}</p>}
    </div>
  ) }, heading('before', words.before), { key: 'checks', node: (
    <ul role="list" className={styles.ticks}>{[...words.checks, ...(isWheelchair ? words.wheelchairChecks : [])].map((what) => <li key={what}><Box /> {what}</li>)}</ul>
  ) }];
}

function legs(trip: Trip, n: number): Block[] {
  const way = [[words.times.leaves, trip.leaves], [words.times.arrives, trip.arrives], [words.times.setsOffBack, trip.setsOffBack], [words.times.back, trip.back]] as const;
  return [heading(`trip ${n}`, `${trip.leaves} ${trip.placeName ?? trip.activityName}`), { key: `way ${n}`, keep: true, node: (
    <div className={styles.glance}>
      <dl className={styles.times}>{way.map(([name, time]) => <div key={name}><dt>{name}</dt><dd>{time}</dd></div>)}</dl>
      {trip.address && <p>{trip.address}; {words.way(trip.driveMinutes)}{trip.phone && `; ${trip.phone}`}</p>}
      {trip.parking && <Term name={words.parking}>{trip.parking}</Term>}
      <Term name={words.staffGo}>{trip.staff.join(', ') || '–'}</Term>
    </div>
  ) }, { key: `seats ${n}`, node: <div className={styles.row}><p>{words.getsOn}</p><SeatTable seats={trip.seats} /></div> }];
}

function phones({ driver }: Sheet, home: string): Block[] {
  return [heading('phones', words.ring), { key: 'numbers', node: (
    <div className={styles.phones}>
      <p>{home} <Line /></p>
      <p>{driver} <Line /></p>
      <p className={styles.wide}><strong>{words.wrong}</strong></p>
    </div>
  ) }];
}
