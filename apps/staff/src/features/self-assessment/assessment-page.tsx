import type { ResultOf } from 'gql.tada';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { type GivenAnswer, isSkipped, mostToCome, nextQuestion, questionOf, sayQuestion, sayWhoAnswered } from '@promenade/domain/people/self-assessment';
import { QUESTIONS } from '@promenade/domain/people/self-assessment-questions';
import { sayWhen } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay, useMe } from '../../app/me.ts';
import { Begin } from './begin.tsx';
import { LeadsTo } from './leads-to.tsx';
import { QuestionView } from './question-view.tsx';
import { assessmentsDocument } from './self-assessment.graphql.ts';
import styles from './self-assessment.module.css';
import { words } from './words.ts';

type Answers = ResultOf<typeof assessmentsDocument>;
export type Round = Answers['selfAssessments'][number];
export type Whom = Answers['resident'];
export type Suggested = Round['suggestions'][number];

/** A few questions, and what comes of them. */
export function AssessmentPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(assessmentsDocument, { residentId: id });
  return (
    <Asked of={asked}>
      {({ resident, selfAssessments }) => (
        <Page narrow title={words.title(resident.preferredName)} lead={words.lead} kicker={<a href={`/people/${id}`}><ArrowLeft aria-hidden="true" size="1em" /> {resident.preferredName}</a>}>
          <PersonTabs residentId={id} current="assessment" />
          <Rounds whom={resident} rounds={selfAssessments} />
        </Page>
      )}
    </Asked>
  );
}

/** The round that is open is gone on with, on whatever device; else the latest is shown, and one can ask again. */
function Rounds({ whom, rounds }: { whom: Whom; rounds: readonly Round[] }) {
  const { id: residentId, preferredName: name } = whom;
  const [chosen, setChosen] = useState<string | null>(null);
  const [isPaused, setPaused] = useState(false);
  const mayWrite = useMay('people.write');
  const round = rounds.find(({ id }) => id === chosen) ?? rounds.find(({ isFinished }) => !isFinished) ?? rounds[0];
  const others = rounds.filter((each) => each !== round);
  return (
    <Stack gap={5}>
      {round && (mayWrite && !round.isFinished && !isPaused
        ? <Asking key={round.id} round={round} name={name} onStop={() => setPaused(true)} />
        : <Finished round={round} whom={whom} onGoOn={round.isFinished ? null : () => setPaused(false)} />)}
      {mayWrite && (!round || round.isFinished || isPaused) && <Begin key={rounds.length} residentId={residentId} name={name} isAgain={rounds.length > 0} onBegun={(id) => { setChosen(id); setPaused(false); }} />}
      {others.length > 0 && (
        <Card title={words.rounds}>
          <ul role="list" className={styles.lines}>
            {others.map((each) => <li key={each.id}><WhoAnswered round={each} name={name} /><Button onClick={() => { setChosen(each.id); setPaused(each.isFinished); }}>{words.leads}</Button></li>)}
          </ul>
        </Card>
      )}
    </Stack>
  );
}

const latestOf = (round: Round): ReadonlyMap<string, GivenAnswer> => new Map(round.answers.map((each) => [each.question, each]));

function Asking({ round, name, onStop }: { round: Round; name: string; onStop: () => void }) {
  const [backAt, setBackAt] = useState<string | null>(null);
  const latest = latestOf(round);
  const answered = QUESTIONS.filter(({ code }) => latest.has(code)).map(({ code }) => code);
  const question = (backAt === null ? null : questionOf(backAt)) ?? nextQuestion(round.answers);
  if (!question) return null;
  const at = answered.indexOf(question.code);
  const number = at < 0 ? answered.length + 1 : at + 1;
  const previous = at < 0 ? answered.at(-1) : answered[at - 1];
  const left = mostToCome(round.answers) - (at < 0 ? 1 : 0) + (at < 0 ? 0 : answered.length - at - 1);
  return (
    <Stack gap={3}>
      <QuestionView key={question.code} assessmentId={round.id} question={question} name={name} answeredBy={round.answeredBy} before={latest.get(question.code)}
        progress={words.progress(number, left)} onSaved={() => setBackAt(at < 0 ? null : (answered[at + 1] ?? null))} onBack={previous ? () => setBackAt(previous) : null} />
      <Row><Button kind="plain" onClick={onStop}>{words.stop}</Button></Row>
    </Stack>
  );
}

function WhoAnswered({ round, name }: { round: Round; name: string }) {
  const { home } = useMe();
  return <p>{sayWhoAnswered(name, round)}. <span className={styles.soft}>{sayWhen(home.zone, new Date(round.recordedAt))}, {round.recordedByName}</span></p>;
}

function Finished({ round, whom, onGoOn }: { round: Round; whom: Whom; onGoOn: (() => void) | null }) {
  const name = whom.preferredName;
  const latest = latestOf(round);
  return (
    <>
      {onGoOn && <Row><Button kind="primary" onClick={onGoOn}>{words.goOn}</Button></Row>}
      <LeadsTo round={round} whom={whom} />
      <Card title={words.answers}>
        <WhoAnswered round={round} name={name} />
        <ul role="list" className={styles.lines}>
          {QUESTIONS.filter(({ code }) => latest.has(code)).map((question) => (
            <li key={question.code}>
              <div className={styles.said}>
                <p className={styles.soft}>{sayQuestion(question, name, round.answeredBy)}</p>
                <p>{sayAnswer(latest.get(question.code))}</p>
                {round.answers.filter((each) => each.question === question.code).slice(0, -1).map((each) => <p key={each.id} className={styles.soft}>{words.before} {sayAnswer(each)}</p>)}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function sayAnswer(answer: GivenAnswer | undefined): string {
  if (!answer || isSkipped(answer)) return words.passedOver;
  const options = questionOf(answer.question)?.options.filter(({ code }) => answer.chosen.includes(code)).map((each) => each.words) ?? [];
  return [options.join(', '), answer.words ? `“${answer.words}”` : ''].filter((part) => part !== '').join('. ');
}
