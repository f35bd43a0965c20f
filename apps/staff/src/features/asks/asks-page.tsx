import { CalendarHeart, MessageCircleQuestion } from 'lucide-react';
import { useParams } from 'wouter';
import { addDays, dayIn } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { useMe } from '../../app/me.ts';
import { OneAsk } from './ask.tsx';
import { asksDocument, personDocument } from './asks.graphql.ts';
import styles from './asks.module.css';
import { Visits } from './visits.tsx';
import { words } from './words.ts';

const DAYS_AHEAD = 13;

/** What all families ask, and who comes. */
export function AsksPage() {
  return (
    <Page title={words.title} lead={words.lead}>
      <AsksAndVisits residentId={null} />
    </Page>
  );
}

/** The same of one person. */
export function PersonFamilyPage() {
  const { id = '' } = useParams();
  const asked = useAsk(personDocument, { id });
  return (
    <Asked of={asked}>
      {({ resident }) => (
        <Page title={words.of(resident.preferredName)} kicker={<a href={`/people/${id}`}>{resident.preferredName}</a>} lead={words.ofLead}>
          <PersonTabs residentId={id} current="family" />
          <AsksAndVisits residentId={id} />
          <p><a href={`/people/${id}/circle`}>{words.sees(resident.preferredName)}</a></p>
        </Page>
      )}
    </Asked>
  );
}

function AsksAndVisits({ residentId }: { residentId: string | null }) {
  const { zone } = useMe().home;
  const today = dayIn(zone, new Date());
  const asked = useAsk(asksDocument, { residentId, from: today, to: addDays(today, DAYS_AHEAD) });
  return (
    <Asked of={asked}>
      {({ familyAsks, visits }) => {
        const open = familyAsks.filter(({ state }) => state !== 'answered');
        const answered = familyAsks.filter(({ state }) => state === 'answered');
        return (
          <div className={styles.columns}>
            <section className={styles.part}>
              <h2><MessageCircleQuestion aria-hidden="true" /> {words.waiting}</h2>
              {open.length === 0 ? <EmptyState title={words.none}>{words.noneWhat}</EmptyState> : <Stack as="ul">{open.map((ask) => <OneAsk key={ask.id} ask={ask} today={today} />)}</Stack>}
              {answered.length > 0 && (
                <details className={styles.more} open={open.length === 0}>
                  <summary>{words.answered(answered.length)}</summary>
                  <Stack as="ul">{answered.map((ask) => <OneAsk key={ask.id} ask={ask} today={today} />)}</Stack>
                </details>
              )}
            </section>
            <section className={styles.part}>
              <h2><CalendarHeart aria-hidden="true" /> {words.visits}</h2>
              <Visits visits={visits} today={today} />
            </section>
          </div>
        );
      }}
    </Asked>
  );
}
