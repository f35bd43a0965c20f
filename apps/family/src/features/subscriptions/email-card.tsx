import { Mail, Printer } from 'lucide-react';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { addDays, dayIn, sayDay, sayWhen } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Dialog } from '@promenade/ui/dialog';
import { DateField, Select } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { useMe } from '../../app/me.ts';
import { pauseDigestDocument, previewDocument, startDigestDocument, stopDigestDocument } from './subscriptions.graphql.ts';
import type { PersonSubscribed, Subscribed } from './subscriptions-page.tsx';
import styles from './subscriptions.module.css';
import { words } from './words.ts';

type Digest = NonNullable<PersonSubscribed['digest']>;

/** The weekly e-mail about one person: off until it is asked for. */
export function EmailCard({ person, of }: { person: PersonSubscribed; of: Subscribed }) {
  const { digest } = person;
  const [isShown, setShown] = useState(false);
  return (
    <>
      <div data-print="no">
        <Card as="div" level={3} title={words.email}>
          <p>{words.emailWhat(person.person)}</p>
          {!of.canMail && <Notice>{words.noMail(of.home)}</Notice>}
          {of.canMail && !digest && !person.hasDigest && <Notice>{words.emailEmpty(person.person)}</Notice>}
          {of.canMail && of.mailsTo && (digest !== null || person.hasDigest) && <p className={styles.soft}>{words.to(of.mailsTo)}</p>}
          {digest ? <On digest={digest} residentId={person.personId} /> : of.canMail && person.hasDigest && <When residentId={person.personId} digest={null} onDone={null} />}
          {person.hasDigest && <div><Button kind="plain" icon={<Mail />} aria-expanded={isShown} onClick={() => setShown(!isShown)}>{words.preview}</Button></div>}
        </Card>
      </div>
      {isShown && <Preview residentId={person.personId} />}
    </>
  );
}

/** It is on: when it comes, and how to change, pause or stop it. */
function On({ digest, residentId }: { digest: Digest; residentId: string }) {
  const { zone } = useMe().home;
  const [open, setOpen] = useState<'change' | 'pause' | 'stop' | null>(null);
  const [now] = useState(() => new Date(Date.now()));
  const goOn = useTell(pauseDigestDocument, { onAnswer: ({ answer }) => { if (answer.__typename !== 'Refused') toast(words.goesOn); } });
  const say = (at: string) => sayWhen(zone, new Date(at));
  const isPaused = digest.pausedUntil !== null && digest.pausedUntil > dayIn(zone, now);
  const close = () => setOpen(null);
  return (
    <Stack gap={3}>
      <p className={styles.state}>{words.on(words.days[digest.weekday - 1] ?? '', digest.atTime)}</p>
      <p>{isPaused && digest.pausedUntil ? `${words.pausedUntil(sayDay(digest.pausedUntil))} ` : ''}{words.next(say(digest.nextAt))}</p>
      {digest.lastSentAt && <p className={styles.soft}>{words.last(say(digest.lastSentAt))}</p>}
      {digest.trouble && <Notice kind="warning">{digest.trouble}</Notice>}
      <Failed error={goOn.error} />
      <div className={styles.actions}>
        <Button onClick={() => setOpen('change')}>{words.change}</Button>
        {isPaused ? <Button busy={goOn.isPending} onClick={() => goOn.mutate({ residentId, until: null })}>{words.goOn}</Button> : <Button onClick={() => setOpen('pause')}>{words.pause}</Button>}
        <Button onClick={() => setOpen('stop')}>{words.stop}</Button>
      </div>
      {open === 'change' && <Dialog open onClose={close} title={words.changeTitle}><When residentId={residentId} digest={digest} onDone={close} /></Dialog>}
      {open === 'pause' && <Pausing residentId={residentId} today={dayIn(zone, now)} onClose={close} />}
      {open === 'stop' && <Stopping residentId={residentId} onClose={close} />}
    </Stack>
  );
}

const TIMES = Array.from({ length: 32 }, (_, n) => `${String(6 + Math.floor(n / 2)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`);

/** On which day and at what time it shall come. */
function When({ residentId, digest, onDone }: { residentId: string; digest: Digest | null; onDone: (() => void) | null }) {
  const [weekday, setWeekday] = useState(String(digest?.weekday ?? 7));
  const [atTime, setTime] = useState(digest?.atTime ?? '17:00');
  const start = useTell(startDigestDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(digest ? words.changed : words.started);
      onDone?.();
    },
  });
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    start.mutate({ residentId, weekday: Number(weekday), atTime });
  };
  return (
    <form onSubmit={save}>
      <Stack gap={4}>
        <div className={styles.when}>
          <Select label={words.day} value={weekday} onValue={setWeekday} options={words.days.map((label, n) => ({ value: String(n + 1), label }))} />
          <Select label={words.time} value={atTime} onValue={setTime} options={[...new Set([...TIMES, atTime])].map((value) => ({ value, label: value }))} />
        </div>
        <RefusedNotice refused={refusalIn(start.data?.answer)} title={null} />
        <Failed error={start.error} />
        <div className={styles.actions}>
          {onDone && <Button onClick={onDone}>{shared.cancel}</Button>}
          <Button kind="primary" type="submit" busy={start.isPending}>{digest ? words.changeDo : words.start}</Button>
        </div>
      </Stack>
    </form>
  );
}

function Pausing({ residentId, today, onClose }: { residentId: string; today: string; onClose: () => void }) {
  const [until, setUntil] = useState(addDays(today, 28));
  const pause = useTell(pauseDigestDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(words.paused);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.pauseTitle}
      actions={
        <>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button kind="primary" busy={pause.isPending} onClick={() => pause.mutate({ residentId, until })}>{words.pauseDo}</Button>
        </>
      }
    >
      <DateField label={words.pauseUntil} min={addDays(today, 1)} value={until} onValue={setUntil} />
      <RefusedNotice refused={refusalIn(pause.data?.answer)} title={null} />
      <Failed error={pause.error} />
    </Dialog>
  );
}

function Stopping({ residentId, onClose }: { residentId: string; onClose: () => void }) {
  const stop = useTell(stopDigestDocument, {
    onAnswer: () => {
      toast(words.stopped);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.stopTitle}
      actions={
        <>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button kind="danger" busy={stop.isPending} onClick={() => stop.mutate({ residentId })}>{words.yes}</Button>
        </>
      }
    >
      <Failed error={stop.error} />
      <p>{words.stopWhat}</p>
    </Dialog>
  );
}

/** Exactly what would be sent, as plain text; it can be printed as it stands. */
function Preview({ residentId }: { residentId: string }) {
  const asked = useAsk(previewDocument, { residentId });
  return (
    <Asked of={asked}>
      {({ digestPreview }) => (digestPreview === null ? <p>{words.previewNone}</p> : (
        <Stack gap={3}>
          <p data-print="no"><strong>{words.previewOf(digestPreview.subject)}</strong></p>
          <p className={styles.soft} data-print="no">{words.previewLead}</p>
          <div className={styles.letter}>{digestPreview.text}</div>
          <div data-print="no"><Button icon={<Printer />} onClick={() => window.print()}>{words.print}</Button></div>
        </Stack>
      ))}
    </Asked>
  );
}
