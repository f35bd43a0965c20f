import { CalendarPlus, Copy } from 'lucide-react';
import { useState } from 'react';
import { sayWhen } from '@promenade/domain/shared/time';
import { Failed } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Dialog } from '@promenade/ui/dialog';
import { Notice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { useMe } from '../../app/me.ts';
import { makeLinkDocument, stopLinkDocument } from './subscriptions.graphql.ts';
import type { PersonSubscribed } from './subscriptions-page.tsx';
import styles from './subscriptions.module.css';
import { words } from './words.ts';

/** A secret link to a calendar: made, shown once, stopped. */
export function CalendarCard({ person }: { person: PersonSubscribed }) {
  const { zone } = useMe().home;
  const [path, setPath] = useState<string | null>(null);
  const [isStopping, setStopping] = useState(false);
  const make = useTell(makeLinkDocument, { onAnswer: ({ makeCalendarLink }) => setPath(makeCalendarLink.path) });
  const { calendar, personId: residentId } = person;
  const say = (at: string) => sayWhen(zone, new Date(at));
  return (
    <div data-print="no">
      <Card as="div" level={3} title={words.calendar}>
        <p>{words.calendarWhat(person.person)}</p>
        {!person.hasCalendar && <Notice>{words.calendarEmpty(person.person)}</Notice>}
        {calendar && path && <MadeLink path={path} />}
        {calendar && <p className={styles.soft}>{words.made(say(calendar.madeAt))} {calendar.lastUsedAt ? words.used(say(calendar.lastUsedAt)) : words.notUsed} {words.makeNewHint}</p>}
        <Failed error={make.error} />
        <div className={styles.actions}>
          {(calendar !== null || person.hasCalendar) && (
            <Button kind={calendar ? 'quiet' : 'primary'} busy={make.isPending} icon={calendar ? undefined : <CalendarPlus />} onClick={() => make.mutate({ residentId })}>
              {calendar ? words.makeNew : words.makeLink}
            </Button>
          )}
          {calendar && <Button onClick={() => setStopping(true)}>{words.stopLink}</Button>}
        </div>
        {isStopping && <Stopping residentId={residentId} onClose={() => setStopping(false)} />}
      </Card>
    </div>
  );
}

function MadeLink({ path }: { path: string }) {
  const { host, origin } = window.location;
  const copy = () => navigator.clipboard.writeText(origin + path).then(() => toast(words.copied), () => toast(words.notCopied, { tone: 'warning' }));
  return (
    <div className={styles.made}>
      <Notice kind="good" title={words.once} live="polite">{words.onceWhat}</Notice>
      <p className={styles.link} aria-label={words.link}>{origin + path}</p>
      <div className={styles.actions}>
        <LinkButton kind="primary" href={`webcal://${host}${path}`} icon={<CalendarPlus aria-hidden="true" />}>{words.add}</LinkButton>
        <Button icon={<Copy />} onClick={() => void copy()}>{words.copy}</Button>
      </div>
      <details className={styles.more}>
        <summary>{words.how}</summary>
        <dl className={styles.how}>
          {words.hows.map(([where, how]) => (
            <div key={where}>
              <dt>{where}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

function Stopping({ residentId, onClose }: { residentId: string; onClose: () => void }) {
  const stop = useTell(stopLinkDocument, {
    onAnswer: () => {
      toast(words.stopped);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.stopLinkTitle}
      actions={
        <>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button kind="danger" busy={stop.isPending} onClick={() => stop.mutate({ residentId })}>{words.yes}</Button>
        </>
      }
    >
      <Failed error={stop.error} />
      <p>{words.stopLinkWhat}</p>
    </Dialog>
  );
}
