import { sayDay, sayWhen } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { inARow } from '@promenade/ui/words.ts';
import { useMe } from '../../app/me.ts';
import { reviewsDocument } from './episodes.graphql.ts';
import styles from './episodes.module.css';
import { Reasons } from './stay-page.tsx';
import { words } from './words.ts';

/** Whose review is due and why, whose turn it is; who is to be looked back at, wherever they live now; and what is booked. */
export function ReviewsPage() {
  const { home: { zone } } = useMe();
  const asked = useAsk(reviewsDocument, {});
  return (
    <Page title={words.listTitle} lead={words.listLead}>
      <Asked of={asked}>
        {({ reviewsDue, lookBacks, reviewMeetings }) => {
          const [due, ahead] = [lookBacks.filter(({ isDue }) => isDue), lookBacks.filter(({ isDue }) => !isDue)];
          return (
            <Stack gap={5}>
              {reviewsDue.length === 0 && due.length === 0 && <EmptyState title={words.listNone}>{words.listNoneWhat}</EmptyState>}
              <Stack as="ul" gap={4}>
                {reviewsDue.map((each) => (
                  <Card as="li" key={each.residentId} title={each.name} href={`/people/${each.residentId}/episode`} tone="owed">
                    <Reasons due={each.reasons} />
                    <p className={styles.soft}>{words.turn(each.namedWorker)}. {words.lastOn(each.lastReviewOn && sayDay(each.lastReviewOn))}.</p>
                    {each.meetingAt && <p><Badge tone="kept">{words.meetingAt(sayWhen(zone, new Date(each.meetingAt)))}</Badge></p>}
                  </Card>
                ))}
              </Stack>
              {due.length > 0 && (
                <section aria-labelledby="back">
                  <h2 id="back">{words.lookBacks}</h2>
                  <Stack as="ul" gap={4}>
                    {due.map((look) => (
                      <Card as="li" level={3} key={`${look.episodeId}${look.weeks}`} title={look.name} href={`/people/${look.residentId}/episode`} tone="owed">
                        <p>{look.words}</p>
                        <p className={styles.soft}>{words.turn(look.namedWorker)}</p>
                      </Card>
                    ))}
                  </Stack>
                </section>
              )}
              {reviewMeetings.length > 0 && (
                <Card title={words.listMeetings}>
                  <ul role="list" className={styles.lines}>
                    {reviewMeetings.map((meeting) => (
                      <li key={meeting.id}>
                        <div>
                          <p><a href={`/people/${meeting.residentId}/episode`}>{meeting.residentName}</a>, <strong>{sayWhen(zone, new Date(meeting.startsAt))}</strong>. {words.meetingWith(inARow(meeting.staff.map(({ name }) => name)))}.</p>
                          {meeting.trouble.map((trouble) => <Notice key={trouble} kind="warning">{trouble}</Notice>)}
                        </div>
                      </li>
                    ))}
                  </ul>
                </Card>
              )}
              {ahead.length > 0 && (
                <Card title={words.lookBacksTo}>
                  <ul role="list" className={styles.lines}>{ahead.map((look) => <li key={`${look.episodeId}${look.weeks}`}><p><a href={`/people/${look.residentId}/episode`}>{look.name}</a>: {words.lookBackTo(look.weeks, sayDay(look.dueOn))}</p></li>)}</ul>
                </Card>
              )}
            </Stack>
          );
        }}
      </Asked>
    </Page>
  );
}

