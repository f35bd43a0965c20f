import type { ResultOf } from 'gql.tada';
import { ArrowLeft, CircleCheck } from 'lucide-react';
import { sayWhen } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { useMe } from '../../app/me.ts';
import { managerDocument } from './manager.graphql.ts';
import styles from './promises.module.css';
import { managerWords as say } from './standing-words.ts';
import { words } from './words.ts';

type Waiting = ResultOf<typeof managerDocument>['waitingForManager'][number];

/** What waits for the manager, and what has gone where by itself, with its date. */
export function ManagerPage() {
  const asked = useAsk(managerDocument);
  const { zone } = useMe().home;
  return (
    <Page narrow title={say.title} lead={say.lead} kicker={<a href="/promises"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}>
      <Asked of={asked}>
        {({ waitingForManager, escalations }) => (
          <Stack gap={5}>
            {waitingForManager.length === 0 ? <EmptyState title={say.none} icon={<CircleCheck />} /> : (
              <Stack gap={4} as="ul">
                {waitingForManager.filter(({ promise }) => promise !== null).map((item) => <Item key={item.key} item={item} />)}
                {TOGETHER.map((kind) => <Several key={kind} kind={kind} items={waitingForManager.filter((item) => item.kind === kind)} />)}
              </Stack>
            )}
            <Card title={say.sent}>
              <p className={styles.soft}>{say.sentLead}</p>
              {escalations.length === 0 ? <p>{say.noneSent}</p> : (
                <ol role="list" className={styles.history}>
                  {escalations.map((each) => (
                    <li key={each.key} className={styles.event}>
                      <p><a href={`/promises/${each.promise.id}`}>{each.promise.residentName}: {each.promise.words}</a></p>
                      <p>{each.words}</p>
                      <p className={styles.soft}>{sayWhen(zone, new Date(each.at))}, {say.to[each.to]}</p>
                    </li>
                  ))}
                </ol>
              )}
            </Card>
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

/** What there may be many of stands in one place, each on a line. */
const TOGETHER = ['wish', 'advertised'] as const;

function Several({ kind, items }: { kind: (typeof TOGETHER)[number]; items: readonly Waiting[] }) {
  if (items.length === 0) return null;
  return (
    <Card as="li" tone="owed" title={say.many[kind](items.length)}>
      <ul className={styles.behind}>{items.map((item) => <li key={item.key}>{item.words}</li>)}</ul>
      <div><LinkButton href={kind === 'wish' ? '/promises?under=wishes' : '/promises/advertised'}>{kind === 'wish' ? say.toWish : say.toClaims}</LinkButton></div>
    </Card>
  );
}

function Item({ item }: { item: Waiting }) {
  const { zone } = useMe().home;
  const { kind, promise, isLate, by, toGroupAt, since } = item;
  return (
    <Card as="li" tone={isLate || toGroupAt ? 'missed' : 'owed'} title={promise && <a href={`/promises/${promise.id}`}>{promise.residentName}: {promise.words}</a>} aside={<Badge tone="owed">{say.kinds[kind]}</Badge>}>
      <p>{item.words}</p>
      <p className={styles.soft}>{[say.since(since), by && say.by(by, isLate), toGroupAt && say.gone(sayWhen(zone, new Date(toGroupAt)))].filter(Boolean).join(' ')}</p>
    </Card>
  );
}
