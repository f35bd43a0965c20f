import { useState } from 'react';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Select, TextField } from '@promenade/ui/field';
import { Row } from '@promenade/ui/layout';
import styles from './import.module.css';
import type { Correct, Run } from './run.ts';
import { words } from './words.ts';

type Question = Run['questions'][number];

/** The ones that stand in the way first. Answered ones stay, so that an answer can be changed. */
export function Questions({ run, correct, busy }: { run: Run; correct: Correct; busy: boolean }) {
  const inOrder = run.questions.toSorted((a, b) => Number(b.blocks) - Number(a.blocks));
  return (
    <Card title={words.questions} tone={run.counts.questionsBlocking > 0 ? 'owed' : 'kept'}>
      <p className={styles.soft}>{words.questionsLead}</p>
      <ul role="list" className={styles.questions} aria-busy={busy}>
        {inOrder.map((question) => <OneQuestion key={question.id} question={question} correct={correct} />)}
      </ul>
    </Card>
  );
}

function OneQuestion({ question, correct }: { question: Question; correct: Correct }) {
  const [typed, setTyped] = useState('');
  const answer = (value: string) => correct({ answers: [{ questionId: question.id, value }] });
  const isTyped = question.answer !== null && !question.options.some(({ value }) => value === question.answer);
  const options = isTyped ? [...question.options, { value: question.answer ?? '', label: question.answer ?? '' }] : question.options;
  return (
    <li>
      <Select label={question.words} hint={words.lines(question.lines)} value={question.answer} options={options} onValue={answer} />
      {question.answer === null && <Row gap={2}><Badge tone={question.blocks ? 'owed' : 'quiet'}>{question.blocks ? words.must : words.may}</Badge></Row>}
      {question.free && question.answer === null && (
        <div className={styles.typed}>
          <TextField label={words.typed} hint={question.free === 'day' ? words.dayHint : words.meaningHint} value={typed} onValue={setTyped} />
          <Button onClick={() => typed.trim() !== '' && answer(typed.trim())}>{words.use}</Button>
        </div>
      )}
    </li>
  );
}
