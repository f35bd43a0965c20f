import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { clockIn, sayWhen } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Page } from '@promenade/ui/page';
import { Avatar } from '@promenade/ui/person-chip';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { useMay, useMe } from '../../app/me.ts';
import { Distress } from './distress.tsx';
import { type Round, answerDocument, roundDocument } from './rounds.graphql.ts';
import styles from './rounds.module.css';
import { words } from './words.ts';

/** One round as it was, with what was done for whoever was distressed. */
export function OneRoundPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(roundDocument, { id });
  return <Asked of={asked}>{({ round }) => <Shown round={round} />}</Asked>;
}

function Shown({ round }: { round: Round }) {
  const { zone } = useMe().home;
  const mayRecord = useMay('round.record');
  const [asking, setAsking] = useState<Round['looks'][number] | null>(null);
  const tell = useTell(answerDocument, { onAnswer: ({ answerDistress }) => { if (answerDistress.__typename !== 'Refused') setAsking(null); } });
  if (asking) {
    return (
      <>
        <RefusedNotice refused={refusalIn(tell.data?.answerDistress)} />
        <Failed error={tell.error} />
        <Distress name={asking.name} onAnswer={(kind, text) => tell.mutate({ input: { id: ownId(), lookId: asking.id, kind, words: text } })} />
      </>
    );
  }
  return (
    <Page narrow title={round.room} kicker={<a href="/rounds"><ArrowLeft aria-hidden="true" size="1em" /> {words.backToRounds}</a>}
      lead={<>{words.by(round.recordedByName, sayWhen(zone, new Date(round.beganAt)))} <Badge tone={round.whole ? 'kept' : 'owed'}>{round.whole ? words.whole : round.ended ? words.partial : words.open}</Badge></>}>
      <ul role="list" className={styles.latest}>
        {round.looks.map((look) => (
          <li key={look.id} className={styles.past}>
            <Avatar id={look.residentId} name={look.name} />
            <span className={styles.pastWords}>
              <a href={`/people/${look.residentId}`}>{look.name}</a>
              {look.responses.map(({ id, kind, words: said, recordedByName }) => <span key={id}>{kind === 'handover' && `${words.forHandover}: `}{said} <span className={styles.soft}>{recordedByName}</span></span>)}
              {look.state === 'distressed' && look.responses.length === 0 && <span>{words.nothingYet}</span>}
              {look.state === 'distressed' && mayRecord && <span><Button onClick={() => setAsking(look)}>{words.distressed(look.name)}</Button></span>}
            </span>
            <Badge tone={look.state === 'distressed' ? 'missed' : 'quiet'}>{words.states[look.state]}, {clockIn(zone, new Date(look.at))}</Badge>
          </li>
        ))}
      </ul>
    </Page>
  );
}
