import { ArrowLeft, HeartHandshake } from 'lucide-react';
import type { ResultOf } from 'gql.tada';
import { useParams } from 'wouter';
import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay, useMe } from '../../app/me.ts';
import { personDaysDocument } from './day.graphql.ts';
import { MediaOf } from './media-of.tsx';
import { History } from './more-sheet.tsx';
import { UnmetNeeds } from './needs-today.tsx';
import styles from './day.module.css';
import { words } from './words.ts';

type Happened = ResultOf<typeof personDaysDocument>['personDays'][number];

/** What happened for one person: as it was said, with what was said before it was put right. */
export function PersonDaysPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(personDaysDocument, { residentId: id });
  const { zone } = useMe().home;
  const mayRecord = useMay('day.record');
  return (
    <Asked of={asked}>{({ resident, personDays, unmetNeeds }) => (
      <Page title={words.daysTitle(resident.preferredName)} kicker={<a href="/people"><ArrowLeft aria-hidden="true" size="1em" /> {words.toPeople}</a>} lead={<p>{words.daysLead}</p>}
        actions={mayRecord && <LinkButton href={`/moments/new?resident=${id}`} kind="primary" icon={<HeartHandshake />}>{words.momentWith(resident.preferredName)}</LinkButton>}>
        <Stack gap={5}>
          <PersonTabs residentId={id} current="days" />
          <UnmetNeeds needs={unmetNeeds} title={words.openNeeds} />
          {personDays.length === 0 && <EmptyState title={words.noDays} icon={<HeartHandshake />}>{words.noDaysWhat(resident.preferredName)}</EmptyState>}
          {[...Map.groupBy(personDays, ({ startsAt }) => dayIn(zone, new Date(startsAt)))].map(([day, list]) => (
            <section key={day} aria-labelledby={`day-${day}`} className={styles.partOfDay}>
              <h2 id={`day-${day}`} className={styles.heading}>{sayDay(day)}</h2>
              <ol role="list" className={styles.cards}>{list.map((each) => <One key={each.sessionId} happened={each} mayRecord={mayRecord} />)}</ol>
            </section>
          ))}
        </Stack>
      </Page>
    )}</Asked>
  );
}

function One({ happened, mayRecord }: { happened: Happened; mayRecord: boolean }) {
  const { zone } = useMe().home;
  const clock = (text: string) => clockIn(zone, new Date(text));
  return (
    <Card as="li" level={3} title={happened.activityName} before={<Picture name={happened.picture} size="small" />} aside={happened.unplanned && <Badge tone="calm">{words.unplanned}</Badge>}>
      <Stack gap={3}>
        {happened.said.map((each) => (
          <div key={each.id}>
            <p><span className={styles.time}>{words.until(clock(happened.startsAt), clock(happened.endsAt))}</span> <strong>{words.levels[each.level]}</strong>{[each.mood && words.moods[each.mood], each.engagement && words.engagements[each.engagement], each.help && words.helps[each.help], each.leftEarly && words.leftEarly].map((part) => part && <span key={part}> · {part}</span>)}</p>
            {each.note && <p className={styles.quote}>{each.note}</p>}
            <p className={styles.soft}>{words.saidBy(each.recordedByName, clock(each.recordedAt))}</p>
          </div>
        ))}
        {happened.said.length > 1 && <p><strong>{words.disputed}</strong></p>}
        <MediaOf media={happened.media} />
        {happened.earlier.length > 0 && <details className={styles.needs}><summary>{words.saidBefore}</summary><History person={happened} /></details>}
        {mayRecord && <p><a href={`/sessions/${happened.sessionId}`} aria-label={`${words.correct}: ${happened.activityName}, ${sayDay(dayIn(zone, new Date(happened.startsAt)))}`}>{words.correct}</a></p>}
      </Stack>
    </Card>
  );
}
