/** What every sheet for staff has: a session, the people in it, lists to tick. */
import { classes } from '@promenade/ui/classes.ts';
import { Picture } from '@promenade/ui/picture';
import type { ReactNode } from 'react';
import paper from './paper.module.css';
import type { Block } from './sheets.tsx';
import styles from './prints.module.css';
import { words } from './words.ts';

export type Person = {
  readonly residentId: string; readonly name: string; readonly room: string | null; readonly support: string; readonly inWheelchair: boolean; readonly transfers: string | null;
  readonly risk: string | null; readonly riskDo: string | null; readonly promised: readonly string[]; readonly notKnown: readonly string[];
};

/** A heading stays with what it heads. */
export function heading(key: string, title: string): Block {
  return { key, keep: true, node: <h3 className={styles.section}>{title}</h3> };
}

export function Term({ name, children }: { name: string; children: ReactNode }) {
  return <p><span className={styles.term}>{name}:</span> {children}</p>;
}

export function SessionHead({ session, drives }: {
  session: { from: string; to: string; activityName: string; picture: string; place: string | null; isOff: boolean; change: string | null; staff: readonly string[]; bring: readonly string[]; watchFor: readonly string[] };
  drives: readonly { vehicle: string; driver: string }[];
}) {
  return (
    <div className={styles.duty}>
      {/* Not below the part's heading in rank: a sheet may begin with it. */}
      <h3 className={styles.dutyTitle}>
        <span className={paper.icon}><Picture name={session.picture} /></span>
        <span className={classes(session.isOff && paper.off)}>{session.from}–{session.to} {session.activityName}{session.place && `, ${session.place}`}</span>
        {session.change && <span className={paper.changed}>{session.isOff ? words.wall.off : session.change}</span>}
      </h3>
      {!session.isOff && (
        <>
          <Term name={words.staffGo}>{[...session.staff, ...drives.map(({ driver, vehicle }) => words.drives(driver, vehicle))].join('; ') || '–'}</Term>
          {session.bring.length > 0 && <Term name={words.bring}>{session.bring.join('; ')}</Term>}
          {session.watchFor.length > 0 && <Term name={words.watchFor}>{session.watchFor.join('; ')}</Term>}
        </>
      )}
    </div>
  );
}

export function PersonLine({ person, communication, more }: { person: Person; communication?: string | null; more?: ReactNode }) {
  const needs = [person.support, person.inWheelchair ? words.wheelchair : '', person.transfers ?? '', communication ?? ''].map(asSentence).filter((each) => each !== '');
  return (
    <div className={styles.person}>
      <p className={styles.personName}><Box /> <strong>{person.name}</strong>{person.room && <span className={paper.soft}>, {words.room(person.room)}</span>}</p>
      <div>
        <p>{needs.join(' ')}</p>
        {person.risk && <Term name={words.canGoWrong}>{person.risk}</Term>}
        {person.riskDo && <Term name={words.doThen}>{person.riskDo}</Term>}
        {person.promised.map((promise) => <Term key={promise} name={words.keeps}>{promise}</Term>)}
        {person.notKnown.length > 0 && <p className={styles.flag}>{words.notKnown(person.notKnown)}</p>}
        {more}
      </div>
    </div>
  );
}

/** 'in a wheelchair' and 'One carer.' can stand beside each other. */
function asSentence(text: string): string {
  const plain = text.trim();
  if (plain === '') return '';
  return `${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}${/[.!?]$/.test(plain) ? '' : '.'}`;
}

/** A place for a tick. */
export function Box() {
  return <span className={styles.box} aria-hidden="true" />;
}

/** A place to write. */
export function Line() {
  return <span className={styles.write} aria-hidden="true" />;
}
