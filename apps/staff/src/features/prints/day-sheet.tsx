/** The day sheet: promises, sessions with support and risk, routines, who is on and who stays. */
import type { ResultOf } from 'gql.tada';
import { sayDay } from '@promenade/domain/shared/time';
import { Box, PersonLine, SessionHead, heading } from './duty.tsx';
import paper from './paper.module.css';
import type { daySheetDocument } from './prints.graphql.ts';
import type { Block, Part } from './sheets.tsx';
import styles from './prints.module.css';
import { words } from './words.ts';

type Sheet = ResultOf<typeof daySheetDocument>['daySheet'];

export function dayParts(sheet: Sheet): Part[] {
  return [{
    key: 'day', look: 'duty', isConfidential: true,
    head: () => <h2>{words.dayTitle(sayDay(sheet.day))}</h2>,
    columns: [{ key: 'day', blocks: [...promises(sheet), ...sessions(sheet), ...routines(sheet), ...onShift(sheet), ...floor(sheet)] }],
  }];
}

function promises({ promises: due }: Sheet): Block[] {
  if (due.length === 0) return [];
  return [heading('promises', words.promises), ...due.map(({ id, name, words: what, madeBy, isPlanned }) => ({
    key: id, node: (
      <div className={styles.row}>
        <p><Box /> <strong>{name}</strong>: {what} <span className={paper.soft}>({words.madeBy(madeBy)}; {isPlanned ? words.promisePlanned : <strong>{words.promiseOpen}</strong>})</span></p>
      </div>
    ),
  }))];
}

function sessions({ sessions: list }: Sheet): Block[] {
  if (list.length === 0) return [heading('sessions', words.sessions), { key: 'none', node: <p>{words.noSessions}</p> }];
  return [heading('sessions', words.sessions), ...list.flatMap((session): Block[] => [
    { key: session.id, keep: !session.isOff && session.people.length > 0, node: <SessionHead session={session} drives={session.drives} /> },
    ...(session.isOff ? [] : session.people.map((person) => ({ key: `${session.id} ${person.residentId}`, node: <PersonLine person={person} />, onNewSheet: <p className={paper.soft}>{words.goesOn(session.from, session.activityName)}</p> }))),
  ])];
}

function routines({ routines: due }: Sheet): Block[] {
  if (due.length === 0) return [];
  return [heading('routines', words.routines), ...due.map(({ id, from, to, name, room, what, help }) => ({
    key: id, node: (
      <div className={styles.timed}>
        <p className={styles.personName}><Box /> <strong>{from}–{to}</strong></p>
        <p><strong>{name}</strong>{room && <span className={paper.soft}>, {words.room(room)}</span>}: {what}. <span className={paper.soft}>{help}</span></p>
      </div>
    ),
  }))];
}

function onShift({ staff }: Sheet): Block[] {
  if (staff.length === 0) return [heading('staff', words.onShift), { key: 'nobody', node: <p>{words.nobodyOn}</p> }];
  return [heading('staff', words.onShift), ...staff.map(({ name, isAgency, hours, breaks, sessions: own }, n) => ({
    key: `staff ${n}`, node: (
      <div className={styles.timed}>
        <p><strong>{hours.join(', ')}</strong></p>
        <p><strong>{name}</strong>{isAgency && ` (${words.agency})`}{breaks.length > 0 && `; ${words.breakAt(breaks)}`}{own.length > 0 && `; ${own.join('; ')}`}</p>
      </div>
    ),
  }))];
}

function floor({ floor: times }: Sheet): Block[] {
  if (times.length === 0) return [];
  return [heading('floor', words.floor), ...times.map(({ from, to, least, staying }, n) => ({
    key: `floor ${n}`, node: (
      <div className={styles.timed}>
        <p><strong>{from}–{to}</strong></p>
        <p>
          {words.least(least)}, {staying.length < least ? <strong className={paper.changed}>{words.short(least - staying.length)}</strong> : words.stays(staying.length)}
          {staying.length > 0 && `: ${staying.join(', ')}`}
        </p>
      </div>
    ),
  }))];
}
