/** The outing sheet: times, who goes and what they need, who may be rung, seats, the place, what to bring. */
import type { ResultOf } from 'gql.tada';
import { sayDay } from '@promenade/domain/shared/time';
import { Picture } from '@promenade/ui/picture';
import { Box, Line, PersonLine, Term, heading } from './duty.tsx';
import paper from './paper.module.css';
import type { outingSheetsDocument } from './prints.graphql.ts';
import { SeatTable } from './seats.tsx';
import type { Block, Part } from './sheets.tsx';
import styles from './prints.module.css';
import { words } from './words.ts';

type Outing = ResultOf<typeof outingSheetsDocument>['outingSheets'][number];

export function outingParts(outings: readonly Outing[], home: string): Part[] {
  return outings.map((outing) => ({
    key: outing.session.id, look: 'duty', isConfidential: true,
    head: () => (
      <div className={styles.outingHead}>
        <span className={paper.icon}><Picture name={outing.session.picture} /></span>
        <div>
          <h2>{words.outingTitle(outing.session.activityName)}</h2>
          <p>{sayDay(outing.day)}{outing.session.place && `, ${outing.session.place}`} {outing.session.change && <span className={paper.changed}>{outing.session.change}</span>}</p>
        </div>
      </div>
    ),
    columns: [{ key: 'outing', blocks: [...atAGlance(outing), ...phones(outing, home), ...toBring(outing), ...people(outing), ...seats(outing), ...place(outing)] }],
  }));
}

function atAGlance({ session, arrives, setsOffBack, travel }: Outing): Block[] {
  const times = [[words.times.leaves, session.from], [words.times.arrives, arrives], [words.times.setsOffBack, setsOffBack], [words.times.back, session.to]] as const;
  return [{ key: 'times', node: (
    <div className={styles.glance}>
      <dl className={styles.times}>{times.map(([name, time]) => <div key={name}><dt>{name}</dt><dd>{time}</dd></div>)}</dl>
      <Term name={words.staffGo}>{session.staff.join(', ') || '–'}</Term>
      <Term name={words.travel}>{travel}</Term>
    </div>
  ) }];
}

function phones({ venue }: Outing, home: string): Block[] {
  return [heading('phones', words.ring), { key: 'numbers', node: (
    <div className={styles.phones}>
      <p>{home} <Line /></p>
      <p>{words.leads} <Line /></p>
      <p>{words.driverPhone} <Line /></p>
      {venue?.phone && <p>{venue.name} <strong>{venue.phone}</strong></p>}
      <p className={styles.wide}><strong>{words.wrong}</strong></p>
    </div>
  ) }];
}

function toBring({ session, costPence }: Outing): Block[] {
  const cost = costPence > 0 ? [words.cost(`£${(costPence / 100).toFixed(2)}`)] : [];
  return [heading('bring', words.bring), { key: 'list', node: (
    <div>
      <ul role="list" className={styles.ticks}>{[...session.bring, ...cost].map((what) => <li key={what}><Box /> {what}</li>)}</ul>
      <p><Box /> {words.medication} <Line /> {words.checkedBy} <Line /></p>
      <p className={paper.soft}>{words.medicationWhy}</p>
    </div>
  ) }];
}

function people({ session, people: known }: Outing): Block[] {
  return [heading('people', words.people), ...session.people.map((person) => {
    const more = known.find(({ residentId }) => residentId === person.residentId);
    return { key: person.residentId, node: (
      <PersonLine person={person} communication={person.communication} more={more && (
        <>
          <p>{more.photos}</p>
          {more.contacts.length === 0 ? <p>{words.noContact}</p> : <Term name={words.contacts}>{more.contacts.map(({ name, relation, phone }) => `${name} (${relation}) ${phone}`).join('; ')}</Term>}
        </>
      )} />
    ) };
  }), ...(session.watchFor.length > 0 ? [{ key: 'watch', node: <div className={styles.row}><Term name={words.watchFor}>{session.watchFor.join('; ')}</Term></div> }] : [])];
}

function seats({ seats: taken, withoutSeat }: Outing): Block[] {
  if (taken.length === 0) return [];
  return [heading('seats', words.seats), { key: 'table', node: (
    <>
      <SeatTable seats={taken} />
      {withoutSeat.length > 0 && <p className={styles.flag}>{words.withoutSeat(withoutSeat)}</p>}
    </>
  ) }];
}

function place({ venue }: Outing): Block[] {
  if (!venue) return [];
  const { access } = venue;
  const has = [access.stepFree ? words.stepFree : words.noAccess, access.hoist ? words.hoist : null, access.changingPlace ? words.changingPlace : null].filter((each) => each !== null);
  return [heading('place', words.venue), { key: 'venue', node: (
    <div className={styles.row}>
      <p><strong>{venue.name}</strong>{venue.address && `, ${venue.address}`}</p>
      <p>{has.join('; ')}</p>
      {access.parking && <Term name={words.parking}>{access.parking}</Term>}
      {access.quietHours && <Term name={words.quietHours}>{access.quietHours}</Term>}
      {access.welcome && <Term name={words.welcome}>{access.welcome}</Term>}
      {venue.price && <p>{venue.price}</p>}
    </div>
  ) }];
}
