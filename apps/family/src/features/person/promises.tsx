import { sayDay } from '@promenade/domain/shared/time';
import { StateChip } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { Stack } from '@promenade/ui/layout';
import { to } from '../../app/to.ts';
import { stateOf, toneOf } from '../promise/looks.ts';
import type { FamilyPerson } from './person-page.tsx';
import styles from './person.module.css';
import { dayWithin, words } from './words.ts';

type Promised = NonNullable<FamilyPerson['promises']>[number];

/** The open ones first; what is kept or let go is folded away below. */
export function Promises({ promises, today }: { promises: readonly Promised[]; today: string }) {
  const open = promises.filter((promise) => promise.isOwed);
  const closed = promises.filter((promise) => !promise.isOwed);
  if (promises.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{words.owed}</h2>
      {open.length === 0 && <p>{words.owedNone}</p>}
      <Stack as="ul">
        {open.map((promise) => (
          <PromiseCard key={promise.id} promise={promise} today={today} />
        ))}
      </Stack>
      {closed.length > 0 && (
        <details className={styles.more}>
          <summary>{words.closed(closed.length)}</summary>
          <Stack as="ul" gap={3}>
            {closed.map((promise) => (
              <PromiseCard key={promise.id} promise={promise} today={today} />
            ))}
          </Stack>
        </details>
      )}
    </section>
  );
}

function PromiseCard({ promise, today }: { promise: Promised; today: string }) {
  return (
    <Card as="li" level={3} title={promise.words} href={to(`/promises/${promise.id}`)} tone={toneOf(promise.mark)}>
      <div>
        <StateChip state={stateOf(promise.mark)} />
      </div>
      <p>
        <strong>{promise.stateWords}</strong>
      </p>
      <Why promise={promise} />
      <p className={styles.soft}>{words.promisedBy(promise.madeBy, dayWithin(today, promise.dueOn))}</p>
    </Card>
  );
}

/** Why it was not kept, who answers for it and the new date. */
export function Why({ promise }: { promise: Pick<Promised, 'reason' | 'answers' | 'newDate'> }) {
  if (!promise.reason) return null;
  return (
    <div className={styles.why}>
      <p className={styles.soft}>{words.lastTime}</p>
      <p>{promise.reason}</p>
      {promise.answers && <p>{words.answers(promise.answers)}</p>}
      {promise.newDate && <p>{words.newDate(sayDay(promise.newDate))}</p>}
    </div>
  );
}
