import { useState } from 'react';
import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { Button, LinkButton } from '@promenade/ui/button';
import { Notice } from '@promenade/ui/notice';
import { inARow } from '@promenade/ui/words.ts';
import { useMe } from '../../app/me.ts';
import type { Unsaid } from './day.ts';
import { NotRunDialog } from './not-run-dialog.tsx';
import type { useWaiting } from '../../app/outgoing.ts';
import styles from './day.module.css';
import { words } from './words.ts';

const FIRST = 2;

/** Sessions of the last days of which nobody has said anything: each asks by itself, until somebody does. */
export function UnsaidSessions({ unsaid }: { unsaid: readonly Unsaid[] }) {
  const { zone } = useMe().home;
  const [all, setAll] = useState(false);
  const [off, setOff] = useState<string | null>(null);
  const shown = all ? unsaid : unsaid.slice(0, FIRST);
  if (unsaid.length === 0) return null;
  return (
    <Notice kind="warning" title={words.unsaid(unsaid.length)}>
      <p>{words.unsaidLead}</p>
      <ul role="list" className={styles.unsaid}>
        {shown.map((each) => (
          <li key={each.id}>
            <span><strong>{each.activityName}</strong> {words.unsaidWith(`${sayDay(dayIn(zone, new Date(each.startsAt)))} ${clockIn(zone, new Date(each.startsAt))}`, each.people.length > 5 ? words.people(each.people.length) : inARow(each.people))}</span>
            <span className={styles.unsaidWays}>
              <LinkButton href={`/sessions/${each.id}`} aria-label={`${words.howWasIt}: ${each.activityName}`}>{words.howWasIt}</LinkButton>
              <Button kind="plain" aria-label={`${words.whyNot}: ${each.activityName}`} onClick={() => setOff(each.id)}>{words.whyNot}</Button>
            </span>
          </li>
        ))}
      </ul>
      {unsaid.length > shown.length && <Button onClick={() => setAll(true)}>{words.more(unsaid.length - shown.length)}</Button>}
      {off && <NotRunDialog sessionId={off} onClose={() => setOff(null)} />}
    </Notice>
  );
}

/** What waits on this device for a connection, and what was written on it that could not be recorded. */
export function OnThisDevice({ waiting: { count, troubles, forget } }: { waiting: ReturnType<typeof useWaiting> }) {
  return (
    <>
      {count > 0 && <Notice live="polite" title={words.waitingHere(count)}>{words.waitingHereWhat}</Notice>}
      {troubles.map(({ id, trouble }) => (
        <Notice key={id} kind="warning" live="polite" title={words.notTaken} actions={<Button onClick={() => forget(id)}>{words.understood}</Button>}>{trouble}</Notice>
      ))}
    </>
  );
}
