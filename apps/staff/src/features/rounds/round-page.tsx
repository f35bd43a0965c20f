import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { ChoiceMany } from '@promenade/ui/choice';
import { Stack } from '@promenade/ui/layout';
import { NotFound } from '@promenade/ui/not-found';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { Around } from './around.tsx';
import { type Rounds, roundsDocument } from './rounds.graphql.ts';
import styles from './rounds.module.css';
import { words } from './words.ts';

/** One round: who is there, then once around the room. */
export function RoundPage() {
  const [search] = useSearchParams();
  const roomId = search.get('room');
  const asked = useAsk(roundsDocument, {});
  return (
    <Asked of={asked}>
      {({ rounds }) => {
        const room = rounds.rooms.find(({ id }) => id === roomId);
        return room ? <InRoom key={room.id} room={room} people={rounds.people} /> : <NotFound home="/rounds" />;
      }}
    </Asked>
  );
}

export type Here = { readonly id: string; readonly name: string };

function InRoom({ room, people }: { room: Rounds['rooms'][number]; people: Rounds['people'] }) {
  const [, go] = useLocation();
  // What was there when the page was opened: a tap must not move under the finger when the answer is fetched again.
  const [everybody] = useState(people);
  const [chosen, setChosen] = useState(() => everybody.filter(({ lastRoomId }) => lastRoomId === room.id).map(({ id }) => id));
  const [round, setRound] = useState<{ id: string; beganAt: string } | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  if (round) return <Around round={{ ...round, roomId: room.id }} room={room.name} here={everybody.filter(({ id }) => chosen.includes(id))} others={everybody.filter(({ id }) => !chosen.includes(id))} onLeave={() => go('/rounds')} />;
  const begin = () => (chosen.length === 0 ? setEmpty(true) : setRound({ id: ownId(), beganAt: new Date().toISOString() }));
  const ordered = everybody.toSorted((a, b) => Number(b.lastRoomId === room.id) - Number(a.lastRoomId === room.id));
  return (
    <Page narrow title={room.name} kicker={<a href="/rounds"><ArrowLeft aria-hidden="true" size="1em" /> {words.backToRounds}</a>}>
      <Stack gap={4}>
        <ChoiceMany layout="row" legend={words.whoIsHere(room.name)} hint={words.whoLead} values={chosen} onValues={setChosen} options={ordered.map(({ id, name, room: own }) => ({ value: id, label: name, ...(own ? { hint: words.ownRoom(own) } : {}) }))} />
        {isEmpty && chosen.length === 0 && <Notice kind="warning" live="now">{words.nobodyChosen}</Notice>}
      </Stack>
      <div className={styles.foot}><Button kind="primary" wide onClick={begin}>{words.start(chosen.length)}</Button></div>
    </Page>
  );
}
