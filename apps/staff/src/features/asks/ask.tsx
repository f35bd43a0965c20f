import type { ResultOf } from 'gql.tada';
import { CircleCheck, Clock } from 'lucide-react';
import { useState } from 'react';
import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { TextArea } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Row } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import type { Tone } from '@promenade/ui/tone.ts';
import { useMay, useMe } from '../../app/me.ts';
import { answerDocument, asWishDocument, type asksDocument } from './asks.graphql.ts';
import styles from './asks.module.css';
import { words } from './words.ts';

export type Ask = ResultOf<typeof asksDocument>['familyAsks'][number];

const TONES: Readonly<Record<string, Tone>> = { waiting: 'calm', overdue: 'missed', answered: 'kept' };

/** What somebody asked, what was said since, and the way to answer. */
export function OneAsk({ ask, today }: { ask: Ask; today: string }) {
  const { zone } = useMe().home;
  const isManager = useMay('family.reply');
  const [isOpen, setOpen] = useState(false);
  const wish = useTell(asWishDocument, { onAnswer: ({ answer }) => { if (answer.__typename !== 'Refused') toast(words.wishMade); } });
  const when = (at: string) => {
    const [day, time] = [dayIn(zone, new Date(at)), clockIn(zone, new Date(at))];
    return day === today ? `today at ${time}` : `on ${sayDay(day)} at ${time}`;
  };
  const isOpenWish = ask.isWish && !ask.isWithManager;
  const mayAnswer = ask.state !== 'answered' && !isOpenWish && (!ask.isWithManager || isManager);
  return (
    <Card as="li" level={3} title={<a href={`/people/${ask.residentId}/family`}>{ask.residentName}</a>} tone={TONES[ask.state] ?? 'calm'}
      aside={<Badge tone={TONES[ask.state] ?? 'calm'} icon={ask.state === 'answered' ? <CircleCheck /> : <Clock />}>{words.states[ask.state]}</Badge>}>
      <p className={styles.words}>{ask.words}</p>
      <p className={styles.soft}>{words.asked(ask.askedBy, ask.relation, when(ask.askedAt))}</p>
      {ask.entries.length > 0 && (
        <ol role="list" className={styles.said}>
          {ask.entries.map((entry) => (
            <li key={entry.id} className={entry.kind === 'answered' ? undefined : styles.back}>
              <p className={styles.soft}>{entry.kind === 'answered' ? words.saidAnswer(entry.by, when(entry.at)) : words.saidNotEnough(entry.by, when(entry.at))}</p>
              <p>{entry.words}</p>
            </li>
          ))}
        </ol>
      )}
      {ask.state !== 'answered' && <p><strong>{ask.stands}</strong></p>}
      {ask.state !== 'answered' && ask.isWithManager && <p>{words.withManager}</p>}
      {ask.state !== 'answered' && isOpenWish && <p>{words.isWish}</p>}
      <RefusedNotice refused={refusalIn(wish.data?.answer)} title={null} />
      <Failed error={wish.error} />
      {ask.state !== 'answered' && (
        <Row gap={2}>
          {mayAnswer && <Button kind="primary" aria-label={words.answerAbout(ask.words)} onClick={() => setOpen(true)}>{words.answer}</Button>}
          {!ask.isWish && !ask.isWithManager && <Button busy={wish.isPending} aria-label={words.asWishAbout(ask.words)} onClick={() => wish.mutate({ askId: ask.id })}>{words.asWish}</Button>}
          {isOpenWish && <LinkButton href="/promises">{words.toWishes}</LinkButton>}
        </Row>
      )}
      {isOpen && <AnswerForm ask={ask} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function AnswerForm({ ask, onClose }: { ask: Ask; onClose: () => void }) {
  // One id however often it is tried: it is answered once.
  const [id] = useState(ownId);
  const [text, setText] = useState('');
  const tell = useTell(answerDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(words.sent);
      onClose();
    },
  });
  return (
    <FormSheet title={words.answer} save={words.send} onClose={onClose} onSave={() => tell.mutate({ input: { id, askId: ask.id, words: text } })} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <blockquote className={styles.quote}>{ask.words}</blockquote>
      <TextArea label={words.yourAnswer} hint={words.yourAnswerHint} rows={5} maxLength={2000} value={text} onValue={setText} />
    </FormSheet>
  );
}
