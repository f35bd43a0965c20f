import { ArrowLeft, ArrowRight, Volume2 } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { type GivenAnswer, sayQuestion } from '@promenade/domain/people/self-assessment';
import type { Question } from '@promenade/domain/people/self-assessment-questions';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { TextField } from '@promenade/ui/field';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { AnswerPicture } from './pictures.tsx';
import { answerDocument } from './self-assessment.graphql.ts';
import styles from './self-assessment.module.css';
import { canSpeak, hush, speak } from './speak.ts';
import { words } from './words.ts';

type Props = {
  assessmentId: string;
  question: Question;
  name: string;
  answeredBy: string;
  before: GivenAnswer | undefined;
  progress: string;
  onSaved: () => void;
  onBack: (() => void) | null;
};

/** One question with its answers as large pictures. Whatever is answered is kept at once. */
export function QuestionView({ assessmentId, question, name, answeredBy, before, progress, onSaved, onBack }: Props) {
  const [id] = useState(ownId);
  const [chosen, setChosen] = useState<readonly string[]>(before?.chosen ?? []);
  const [own, setOwn] = useState(before?.words ?? '');
  const heading = useRef<HTMLHeadingElement>(null);
  const group = useId();
  const tell = useTell(answerDocument, { onAnswer: ({ answerSelfAssessment: answered }) => { if (answered.__typename !== 'Refused') onSaved(); } });
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    return hush;
  }, []);
  const asks = sayQuestion(question, name, answeredBy);
  function save(given: { chosen: readonly string[]; words: string }): void {
    if (tell.isPending) return;
    const isSame = before !== undefined && before.chosen.join() === given.chosen.join() && (before.words ?? '') === given.words.trim();
    if (isSame) onSaved();
    else tell.mutate({ input: { id, assessmentId, question: question.code, chosen: [...given.chosen], words: given.words || null } });
  }
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    save({ chosen, words: own });
  }
  function tap(code: string, isOn: boolean): void {
    if (!question.many) setChosen([code]);
    else setChosen(isOn ? [...chosen, code] : chosen.filter((each) => each !== code));
  }
  return (
    <form className={styles.question} onSubmit={submit} noValidate>
      <p className={styles.progress}>{progress}</p>
      <div className={styles.asks}>
        <h2 ref={heading} tabIndex={-1} id={`${group}-asks`} className={styles.words}>{asks}</h2>
        {canSpeak() && <Button icon={<Volume2 />} onClick={() => speak([asks, ...question.options.map((each) => each.words)])}>{words.aloud}</Button>}
      </div>
      {question.options.length > 0 && (
        <fieldset aria-labelledby={`${group}-asks`} aria-describedby={`${group}-how`}>
          <p id={`${group}-how`} className={styles.how}>{question.many ? words.many : words.one}</p>
          <div className={styles.options}>
            {question.options.map((option) => (
              <label key={option.code} className={styles.option}>
                <input type={question.many ? 'checkbox' : 'radio'} name={group} value={option.code} checked={chosen.includes(option.code)} onChange={(event) => tap(option.code, event.target.checked)} />
                <AnswerPicture name={option.picture} />
                <span>{option.words}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <TextField label={answeredBy === 'someone' ? words.ownOf : words.own} optional hint={question.hint} value={own} onValue={setOwn} autoComplete="off" />
      <RefusedNotice refused={refusalIn(tell.data?.answerSelfAssessment)} />
      <Failed error={tell.error} />
      <div className={styles.feet}>
        <Button kind="primary" type="submit" busy={tell.isPending} icon={<ArrowRight />}>{words.next}</Button>
        <Button onClick={() => save({ chosen: [], words: '' })}>{words.skip}</Button>
        {onBack && <Button kind="plain" icon={<ArrowLeft />} onClick={onBack}>{words.back}</Button>}
      </div>
    </form>
  );
}
