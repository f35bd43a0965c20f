import { ArrowLeft, Images, PencilLine, Tablet } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { choicesDocument } from './choices.graphql.ts';
import type { Choices } from './choices.ts';
import styles from './choices.module.css';
import { ReadingsCard } from './readings-card.tsx';
import { Receipts } from './receipts.tsx';
import { WhoseCard } from './whose-card.tsx';
import { words } from './words.ts';

/** What is put to somebody, and where: a session is asked about by name. */
export type Asking = { point: string; name: string; sessionId: string | null };

/** Ask now, whose decisions they were, how people read it, and the receipts. */
export function ChoicesPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(choicesDocument, { residentId: id });
  return <Asked of={asked}>{({ residentChoices }) => <Content choices={residentChoices} />}</Asked>;
}

function Content({ choices }: { choices: Choices }) {
  const { name, residentId } = choices;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const behind = choices.whose.counts.find(({ code }) => code === shown)?.ids;
  return (
    <Page title={words.title(name)} kicker={<a href={`/people/${residentId}`}><ArrowLeft aria-hidden="true" size="1em" /> {words.back(name)}</a>} lead={words.lead} actions={<LinkButton href={`/people/${residentId}/my-week`} target="_top" icon={<Tablet />}>{words.handOver(name)}</LinkButton>}>
      <Stack gap={5}>
        <PersonTabs residentId={residentId} current="choices" />
        <AskCard choices={choices} onWrite={setAsking} />
        <WhoseCard title={words.whose} lead={words.whoseLead(sayDay(choices.from), sayDay(choices.to))} whose={choices.whose} shown={shown} onShow={setShown}
          summary={(own, all) => words.own(own, all, name)} only={words.onlyGoOrNot(name)} />
        <p><a href="/choices">{words.toHome}</a></p>
        <Receipts receipts={behind ? choices.receipts.filter(({ id }) => behind.includes(id)) : choices.receipts} showing={shown === null ? null : (words.counts[shown] ?? '')} onAll={() => setShown(null)} />
        <ReadingsCard choices={choices} />
      </Stack>
      {asking && <AnswerDialog choices={choices} asking={asking} onClose={() => setAsking(null)} />}
    </Page>
  );
}

function AskCard({ choices, onWrite }: { choices: Choices; onWrite: (asking: Asking) => void }) {
  const line = (asking: Asking, name: string, more: string, key: string) => (
    <li key={key}>
      <div className={styles.point}>
        <div className={styles.pointWords}>
          <p className={styles.pointName}>{name}</p>
          <p className={styles.soft}>{more}</p>
        </div>
        <Row>
          <LinkButton kind="primary" icon={<Images />} target="_top" aria-label={words.withPicturesOf(name)} href={`/people/${choices.residentId}/choose/${asking.point}${asking.sessionId ? `?session=${asking.sessionId}` : ''}`}>{words.withPictures}</LinkButton>
          <Button icon={<PencilLine />} aria-label={words.writeDownOf(name)} onClick={() => onWrite(asking)}>{words.writeDown}</Button>
        </Row>
      </div>
    </li>
  );
  return (
    <Card title={words.ask}>
      <p className={styles.soft}>{words.askLead}</p>
      <ol role="list" className={styles.points}>
        {choices.points.filter(({ point }) => point !== 'today').map(({ point, number, name, last }) => line({ point, name, sessionId: null }, `${number}. ${name}`, last ? words.lastChosen(last.chosen, last.answeredByName, sayDay(last.chosenAt.slice(0, 10))) : words.notAsked, point))}
        {choices.today.map(({ id, words: what, isOver }) => line({ point: 'today', name: what, sessionId: id }, `9. ${isOver ? words.afterwards(what) : words.go(what)}`, '', id))}
      </ol>
      {choices.today.length === 0 && <p className={styles.soft}>{words.nothingToday}</p>}
    </Card>
  );
}
