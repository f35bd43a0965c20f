import { ArrowLeft, DoorOpen, TrendingUp } from 'lucide-react';
import { LOOK_STATES } from '@promenade/domain/rounds/round';
import { sayWhen } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { LinkButton } from '@promenade/ui/button';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay, useMe } from '../../app/me.ts';
import { type Rounds, roundsDocument } from './rounds.graphql.ts';
import styles from './rounds.module.css';
import { words } from './words.ts';

/** Where a round begins, and those of the last two weeks. */
export function RoundsPage() {
  const asked = useAsk(roundsDocument, {});
  return (
    <Page title={words.title} kicker={<a href="/"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>} lead={words.lead} actions={<LinkButton href="/rounds/trend" icon={<TrendingUp />}>{words.trend}</LinkButton>}>
      <Asked of={asked}>{({ rounds }) => <Stack gap={6}><Rooms rounds={rounds} /><Latest rounds={rounds} /></Stack>}</Asked>
    </Page>
  );
}

function Rooms({ rounds }: { rounds: Rounds }) {
  const { zone } = useMe().home;
  const mayRecord = useMay('round.record');
  if (!mayRecord) return null;
  if (rounds.rooms.length === 0) return <EmptyState title={words.noRooms} icon={<DoorOpen />}>{words.noRoomsWhat}</EmptyState>;
  return (
    <section className={styles.part} aria-labelledby="rooms">
      <h2 id="rooms">{words.begin}</h2>
      <ul role="list" className={styles.rooms}>
        {rounds.rooms.map(({ id, name, lastAt }) => (
          <li key={id}>
            <a className={styles.room} href={`/rounds/new?room=${id}`}>
              <strong>{name}</strong>
              <span className={styles.soft}>{lastAt ? words.last(sayWhen(zone, new Date(lastAt))) : words.never}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Latest({ rounds }: { rounds: Rounds }) {
  const { zone } = useMe().home;
  return (
    <section className={styles.part} aria-labelledby="latest">
      <h2 id="latest">{words.latest}</h2>
      {rounds.latest.length === 0 && <p className={styles.soft}>{words.noLatest}</p>}
      <ul role="list" className={styles.latest}>
        {rounds.latest.map((round) => (
          <li key={round.id} className={styles.past}>
            <span className={styles.pastWords}>
              <a href={`/rounds/${round.id}`}>{round.room}, {sayWhen(zone, new Date(round.beganAt))}</a>
              <span className={styles.soft}>{words.counts(LOOK_STATES.map((state) => [state, round.looks.filter((look) => look.state === state).length]))}. {round.recordedByName}</span>
            </span>
            {!round.whole && <Badge tone="owed">{words.partial}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}
