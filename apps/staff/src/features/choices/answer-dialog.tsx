import { useEffect, useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { Select, TextField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Spinner } from '@promenade/ui/progress';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import type { Asking } from './choices-page.tsx';
import { adviceDocument, choicesDocument, offerDocument, recordChoiceDocument } from './choices.graphql.ts';
import type { Choices, Offer } from './choices.ts';
import styles from './choices.module.css';
import { OptionAdvice } from './receipts.tsx';
import { words } from './words.ts';

const [ELSE, NOT_NOW] = ['something else', 'not now'];
const HOWS = ['spoken', 'signed', 'pointed', 'picture', 'switch'];

/** Puts the question in words, shows the advice, and writes down what was said, by whom and how. */
export function AnswerDialog({ choices, asking, onClose }: { choices: Choices; asking: Asking; onClose: () => void }) {
  const [id] = useState(ownId);
  const offer = useTell(offerDocument, { refresh: [] });
  const { mutate } = offer;
  useEffect(() => {
    mutate({ input: { id, residentId: choices.residentId, point: asking.point, sessionId: asking.sessionId } });
  }, [mutate, id, choices.residentId, asking]);
  const offered = offer.data?.offerChoice;
  if (offered?.__typename === 'ChoiceOffer') return <Answer choices={choices} offer={offered} onClose={onClose} />;
  return (
    <Dialog open title={words.answerTitle} onClose={onClose}>
      {offer.error ? <Failed error={offer.error} /> : <Spinner />}
      <RefusedNotice refused={refusalIn(offered)} />
    </Dialog>
  );
}

function Answer({ choices, offer, onClose }: { choices: Choices; offer: Offer; onClose: () => void }) {
  const [[id, at]] = useState(() => [ownId(), new Date().toISOString()] as const);
  const [answer, setAnswer] = useState<string | null>(null);
  const [who, setWho] = useState('the person');
  const [how, setHow] = useState('spoken');
  const [said, setSaid] = useState('');
  const tell = useTell(recordChoiceDocument, { refresh: [choicesDocument], onAnswer: ({ recordChoice }) => { if (recordChoice.__typename !== 'Refused') onClose(); } });
  const leftOut = useAsk(adviceDocument, { residentId: choices.residentId, point: offer.point });
  const [set, setSet] = useState(0);
  const options = offer.threes[set] ?? [];
  const isOption = options.some(({ key }) => key === answer);
  const isRead = who === 'reading';
  const [by, supporterId] = who.startsWith('supporter ') ? ['supporter', who.slice('supporter '.length)] : [who, null];
  const save = () => tell.mutate({ input: { id, offerId: offer.id, shown: set + 1, answer: isOption ? 'option' : (answer ?? ''), key: isOption ? answer : null, words: said.trim() || null, by, supporterId, how: isRead ? 'reading' : how, chosenAt: at } });
  return (
    <Dialog open title={offer.question} onClose={onClose} actions={<Button kind="primary" busy={tell.isPending} onClick={save}>{words.save}</Button>}>
      <Stack>
        {offer.lead && <p>{offer.lead}</p>}
        {options.length > 0 && (
          <details open>
            <summary className={styles.summary}>{words.offered}</summary>
            <ol className={styles.offered}>{options.map((option) => <li key={option.key}><OptionAdvice option={option} /></li>)}</ol>
          </details>
        )}
        {offer.threes.length > 1 && <Button onClick={() => { setAnswer(null); setSet((set + 1) % offer.threes.length); }}>{words.otherOptions}</Button>}
        {(leftOut.data?.choiceAdvice.leftOut.length ?? 0) > 0 && (
          <details>
            <summary className={styles.summary}>{words.leftOut}</summary>
            <ul className={styles.reasons}>{leftOut.data?.choiceAdvice.leftOut.map(({ title, why }) => <li key={title}>{title}: {why}</li>)}</ul>
          </details>
        )}
        <Choice legend={words.answer} value={answer} onValue={setAnswer} layout="list"
          options={[...options.map(({ key, title }) => ({ value: key, label: title })), { value: ELSE, label: words.somethingElse }, { value: NOT_NOW, label: words.notNow }] as { value: string; label: string }[]} />
        <Select label={words.who} value={who} onValue={setWho} options={[
          { value: 'the person', label: choices.name }, ...choices.circle.map(({ id: member, name, relation }) => ({ value: `supporter ${member}`, label: words.whoCircle(name, relation) })),
          { value: 'best interests', label: words.whoBest }, { value: 'reading', label: words.whoRead },
        ]} />
        {!isRead && <Select label={words.howSaid} value={how} onValue={setHow} options={HOWS.map((each) => ({ value: each, label: words.how[each] ?? each }))} />}
        {(isRead || answer === ELSE) && <TextField label={isRead ? words.signs : words.elseWords} hint={isRead ? words.signsHint : undefined} value={said} onValue={setSaid} />}
        <RefusedNotice refused={refusalIn(tell.data?.recordChoice)} />
        <Failed error={tell.error} />
      </Stack>
    </Dialog>
  );
}
