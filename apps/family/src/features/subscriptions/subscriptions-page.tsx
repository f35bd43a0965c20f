import type { ResultOf } from 'gql.tada';
import { Asked } from '@promenade/ui/asked';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { CalendarCard } from './calendar-card.tsx';
import { EmailCard } from './email-card.tsx';
import styles from './subscriptions.module.css';
import { subscriptionsDocument } from './subscriptions.graphql.ts';
import { words } from './words.ts';

export type Subscribed = ResultOf<typeof subscriptionsDocument>['subscriptions'];
export type PersonSubscribed = Subscribed['people'][number];

/** What comes to a supporter by itself: a calendar and a weekly e-mail for each of their people. */
export function SubscriptionsPage() {
  const asked = useAsk(subscriptionsDocument);
  return (
    <Page narrow title={words.title} lead={words.lead}>
      <Asked of={asked}>
        {({ subscriptions }) => (subscriptions.people.length === 0 ? <p>{words.nobody}</p> : subscriptions.people.map((person) => (
          <section key={person.personId} className={styles.person} aria-label={words.of(person.person)}>
            <h2 data-print="no">{words.of(person.person)}</h2>
            <CalendarCard person={person} />
            <EmailCard person={person} of={subscriptions} />
          </section>
        )))}
      </Asked>
    </Page>
  );
}
