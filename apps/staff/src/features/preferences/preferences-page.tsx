import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'wouter';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { TapChoice } from '@promenade/ui/choice';
import { TextField } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay, useMe } from '../../app/me.ts';
import { AnswerForm, type Told } from './answer-form.tsx';
import { BarrierLines } from './barrier.tsx';
import { preferencesDocument } from './preferences.graphql.ts';
import type { Answers, Item } from './preferences.ts';
import styles from './preferences.module.css';
import { words } from './words.ts';

/** How much things matter to somebody: asked one at a time, or all on a page. */
export function PreferencesPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(preferencesDocument, { id });
  return <Asked of={asked}>{(answers) => <Preferences key={id} answers={answers} />}</Asked>;
}

function Preferences({ answers: { resident, preferences } }: { answers: Answers }) {
  const mayWrite = useMay('people.write');
  const [look, setLook] = useState<'one' | 'all'>(mayWrite && preferences.answered === 0 ? 'one' : 'all');
  const [told, setTold] = useState<Told>({ answeredBy: resident.preferredName, toldHow: 'told us' });
  return (
    <Page title={words.title(resident.preferredName)} kicker={<a href={`/people/${resident.id}`}>{resident.preferredName}</a>} lead={words.lead(resident.preferredName)}
      actions={<LinkButton href="/barriers">{words.toBarriers}</LinkButton>}>
      <Stack gap={5}>
        <PersonTabs residentId={resident.id} current="preferences" />
        <p role="status"><strong>{words.progress(preferences.answered, preferences.items.length)}</strong></p>
        {mayWrite && <TapChoice legend={words.how} hideLegend layout="row" value={look} onTap={setLook} options={[{ value: 'one', label: words.one }, { value: 'all', label: words.all }]} />}
        {look === 'one' ? <OneAtATime residentId={resident.id} items={preferences.items} {...{ told, onTold: setTold }} onAll={() => setLook('all')} />
          : <AllOnAPage residentId={resident.id} items={preferences.items} {...{ told, onTold: setTold }} mayWrite={mayWrite} />}
      </Stack>
    </Page>
  );
}

type Asking = { residentId: string; items: readonly Item[]; told: Told; onTold: (told: Told) => void };

function OneAtATime({ residentId, items, told, onTold, onAll }: Asking & { onAll: () => void }) {
  const [at, setAt] = useState(() => Math.max(0, items.findIndex(({ now }) => now === null)));
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [at]);
  const item = items[at];
  if (!item) {
    return (
      <Card title={words.done}>
        <p>{words.doneWhat}</p>
        <Row gap={2}><Button onClick={() => setAt(0)}>{words.again}</Button><Button kind="primary" onClick={onAll}>{words.seeAll}</Button></Row>
      </Card>
    );
  }
  return (
    <section className={styles.one} aria-labelledby="question">
      <p className={styles.soft}>{words.number(at + 1, items.length)}</p>
      <h2 id="question" ref={heading} tabIndex={-1} className={styles.question}>{item.question}</h2>
      <AnswerForm key={item.item} {...{ residentId, item, told, onTold }} onSaved={() => setAt(at + 1)} />
      <Row gap={2} spread>
        {at > 0 ? <Button icon={<ArrowLeft />} onClick={() => setAt(at - 1)}>{words.back}</Button> : <span />}
        <Button icon={<ArrowRight />} onClick={() => setAt(at + 1)}>{words.skip}</Button>
      </Row>
    </section>
  );
}

function AllOnAPage({ residentId, items, told, onTold, mayWrite }: Asking & { mayWrite: boolean }) {
  const [answering, setAnswering] = useState<string | null>(null);
  const { zone } = useMe().home;
  return (
    <Stack gap={5}>
      <ul role="list" className={styles.all}>
        {items.map((item) => (
          <li key={item.item}>
            <h2 className={styles.asked}>{item.question}</h2>
            {item.now ? (
              <>
                <p className={styles.answer} data-answer={item.now.answer}>{words.answers[item.now.answer] ?? item.now.answer}</p>
                {item.now.words && <p>“{item.now.words}”</p>}
                <p className={styles.soft}>{item.now.howKnown}, {sayDay(dayIn(zone, new Date(item.now.recordedAt)))}</p>
              </>
            ) : <p className={styles.soft}>{words.notYet}</p>}
            {item.barrier && <BarrierLines barrier={item.barrier} />}
            {item.before.length > 0 && (
              <details className={styles.more}>
                <summary>{words.before(item.before.length)}</summary>
                <ul role="list">
                  {item.before.map((each) => <li key={each.id} className={styles.soft}>{words.answers[each.answer] ?? each.answer}: {each.howKnown}, {sayDay(dayIn(zone, new Date(each.recordedAt)))}</li>)}
                </ul>
              </details>
            )}
            {mayWrite && (answering === item.item
              ? <AnswerForm {...{ residentId, item, told, onTold }} onSaved={() => setAnswering(null)} />
              : <div><Button kind="plain" aria-label={item.now ? words.anewFor(item.question) : words.answerFor(item.question)} onClick={() => setAnswering(item.item)}>{item.now ? words.anew : words.answer}</Button></div>)}
          </li>
        ))}
      </ul>
      {mayWrite && <Own {...{ residentId, told, onTold }} />}
    </Stack>
  );
}

/** A question of their own. */
function Own({ residentId, told, onTold }: Omit<Asking, 'items'>) {
  const [item, setItem] = useState(() => `own-${ownId()}`);
  const [asks, setAsks] = useState('');
  const [isAsking, setAsking] = useState(false);
  return (
    <Card title={words.own}>
      {isAsking ? (
        <>
          <p className={styles.question}>{asks}</p>
          <AnswerForm residentId={residentId} item={{ item, question: asks, now: null }} {...{ told, onTold }} onSaved={() => {
            setItem(`own-${ownId()}`);
            setAsks('');
            setAsking(false);
          }} />
        </>
      ) : (
        <form onSubmit={(event) => {
          event.preventDefault();
          if (asks.trim() !== '') setAsking(true);
        }}>
          <Stack gap={4}>
            <TextField label={words.ownAsk} hint={words.ownHint} value={asks} onValue={setAsks} />
            <Row><Button type="submit">{words.addOwn}</Button></Row>
          </Stack>
        </form>
      )}
    </Card>
  );
}
