import type { ResultOf } from 'gql.tada';
import { CircleCheck, Clock } from 'lucide-react';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useParams } from 'wouter';
import { dayIn } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Checkbox, TextArea } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import type { Tone } from '@promenade/ui/tone.ts';
import { words as shared } from '@promenade/ui/words.ts';
import { useMe } from '../../app/me.ts';
import { to } from '../../app/to.ts';
import { atTime } from '../../common/days.ts';
import styles from '../../common/lines.module.css';
import { OfPerson } from '../../common/of-person.tsx';
import { askDocument, asksDocument, notEnoughDocument } from './asks.graphql.ts';
import { words } from './words.ts';

type Mine = ResultOf<typeof asksDocument>['asksOfMine'];
type Ask = Mine['asks'][number];

const TONES: Readonly<Record<string, Tone>> = { waiting: 'calm', overdue: 'missed', answered: 'kept' };

/** Ask, and read what was answered. */
export function AsksPage() {
  const { id = '' } = useParams();
  const asked = useAsk(asksDocument, { residentId: id });
  return (
    <Asked of={asked}>
      {({ asksOfMine: mine }) => (
        <OfPerson id={mine.personId} name={mine.person} title={words.title} lead={words.lead(mine.workingDays)}>
          <AskForm mine={mine} />
          {mine.asks.length > 0 && (
            <section className={styles.part}>
              <h2>{words.mine}</h2>
              <Stack as="ul">{mine.asks.map((ask) => <OneAsk key={ask.id} ask={ask} />)}</Stack>
            </section>
          )}
        </OfPerson>
      )}
    </Asked>
  );
}

function AskForm({ mine }: { mine: Mine }) {
  // One id until it is sent: tried again, it is asked once.
  const [draft, setDraft] = useState({ id: ownId(), words: '', isWish: false });
  const tell = useTell(askDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename !== 'FamilyAsk') return;
      toast(answer.stands);
      setDraft({ id: ownId(), words: '', isWish: false });
    },
  });
  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    tell.mutate({ input: { ...draft, residentId: mine.personId } });
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextArea label={words.label(mine.person)} rows={4} maxLength={2000} value={draft.words} onValue={(text) => setDraft({ ...draft, words: text })} />
      <Checkbox label={words.isWish(mine.person)} hint={words.isWishHint} checked={draft.isWish} onValue={(isWish) => setDraft({ ...draft, isWish })} />
      <RefusedNotice refused={refusalIn(tell.data?.answer)} title={null} />
      <Failed error={tell.error} />
      <div><Button kind="primary" type="submit" busy={tell.isPending}>{words.send}</Button></div>
    </form>
  );
}

function OneAsk({ ask }: { ask: Ask }) {
  const { zone } = useMe().home;
  const today = dayIn(zone, new Date());
  const when = (at: string) => atTime(zone, today, new Date(at));
  return (
    <Card as="li" tone={TONES[ask.state] ?? 'calm'}>
      <div><Badge tone={TONES[ask.state] ?? 'calm'} icon={ask.state === 'answered' ? <CircleCheck /> : <Clock />}>{words.states[ask.state]}</Badge></div>
      <p className={styles.what}>{ask.words}</p>
      <p className={styles.soft}>{words.asked(when(ask.askedAt))} {ask.isWish && words.wish}</p>
      {ask.entries.length > 0 && (
        <ol role="list" className={styles.said}>
          {ask.entries.map((entry) => (
            <li key={entry.id} className={entry.kind === 'answered' ? undefined : styles.back}>
              <p className={styles.soft}>{entry.kind === 'answered' ? words.answered(entry.by, when(entry.at)) : words.cameBack(when(entry.at))}</p>
              <p>{entry.words}</p>
            </li>
          ))}
        </ol>
      )}
      {ask.promiseId && <p><a href={to(`/promises/${ask.promiseId}`)}>{words.promise}</a></p>}
      {ask.state === 'answered' ? <NotEnough ask={ask} /> : <p><strong>{ask.stands}</strong></p>}
    </Card>
  );
}

/** An answer that does not answer it goes to the manager. */
function NotEnough({ ask }: { ask: Ask }) {
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState({ id: ownId(), words: '' });
  const tell = useTell(notEnoughDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename !== 'FamilyAsk') return;
      toast(answer.stands);
      setOpen(false);
    },
  });
  if (!isOpen) return <div><Button aria-label={words.notEnoughAbout(ask.words)} onClick={() => setOpen(true)}>{words.notEnough}</Button></div>;
  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    tell.mutate({ input: { ...draft, askId: ask.id } });
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextArea label={words.missing} hint={words.missingHint} rows={3} maxLength={2000} autoFocus value={draft.words} onValue={(text) => setDraft({ ...draft, words: text })} />
      <RefusedNotice refused={refusalIn(tell.data?.answer)} title={null} />
      <Failed error={tell.error} />
      <div className={styles.actions}>
        <Button onClick={() => setOpen(false)}>{shared.cancel}</Button>
        <Button kind="primary" type="submit" busy={tell.isPending}>{words.toManager}</Button>
      </div>
    </form>
  );
}
