import { ArrowLeft } from 'lucide-react';
import { useParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import { activityDocument } from './library.graphql.ts';
import styles from './library.module.css';
import { VenueFacts } from './venue-facts.tsx';
import { words } from './words.ts';

/** One activity, to be read on the way to doing it. */
export function ActivityPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(activityDocument, { id });
  return (
    <Asked of={asked}>
      {({ activity }) => (
        <Page title={activity.name} kicker={<a href="/library"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>} lead={activity.why} actions={<Picture name={activity.picture} size="large" />}>
          <Stack gap={5}>
            <Row gap={2}>
              <Badge tone={activity.setting === 'out' ? 'calm' : 'quiet'}>{activity.setting === 'out' ? words.out : words.home}</Badge>
              <Badge>{words.minutes(activity.minutes)}</Badge>
              <Badge>{words.group(activity.groupMin, activity.groupMax)}</Badge>
              <Badge>{words.staff(activity.baseStaff)}</Badge>
              <Badge tone={activity.costPence === 0 ? 'kept' : 'quiet'}>{words.cost(activity.costPence)}</Badge>
              {activity.skillsNeeded.map((each) => <Badge key={each.skill} tone="owed">{words.skills}: {each.skill}</Badge>)}
            </Row>
            <div className={styles.columns}>
              <Card title={words.how}>
                <ol role="list" className={styles.steps}>
                  {activity.steps.map((step) => (
                    <li key={step}>
                      <span>{step}</span>
                    </li>
                  ))}
                </ol>
              </Card>
              <Stack gap={5}>
                <Card title={words.adapt}>
                  <dl className={styles.lines}>
                    {(Object.keys(words.styles) as (keyof typeof words.styles)[]).map((style) => (
                      <div key={style}>
                        <dt>{words.styles[style]}</dt>
                        <dd>{activity.adapt[style]}</dd>
                      </div>
                    ))}
                  </dl>
                </Card>
                <Card title={words.watch} tone="owed">
                  <List of={activity.watchFor} />
                  {activity.equipment.length > 0 && <h3>{words.bring}</h3>}
                  <List of={activity.equipment} />
                  <h3>{words.respect}</h3>
                  <p>{activity.respect}</p>
                </Card>
                {activity.venue && (
                  <Card title={activity.venue.name}>
                    <p>{activity.venue.address}</p>
                    {activity.venue.phone && <p>{words.phone} <a href={`tel:${activity.venue.phone.replace(/\s/g, '')}`}>{activity.venue.phone}</a></p>}
                    <VenueFacts venue={activity.venue} />
                  </Card>
                )}
                {activity.rooms.length > 0 && <Card title={words.rooms}><p>{activity.rooms.map(({ name }) => name).join(', ')}</p></Card>}
              </Stack>
            </div>
          </Stack>
        </Page>
      )}
    </Asked>
  );
}

function List({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((each) => <li key={each}>{each}</li>)}
    </ul>
  );
}
