import { Badge } from '@promenade/ui/badge';
import { Row } from '@promenade/ui/layout';
import styles from './library.module.css';
import { words } from './words.ts';

type Venue = {
  price: string; driveMinutes: number; walkMinutes: number | null; lastVisited: string;
  access: { stepFree: boolean; hoist: boolean; changingPlace: boolean; quietHours: string | null; parking: string; welcome: string };
};

/** What a place is really like to use. */
export function VenueFacts({ venue }: { venue: Venue }) {
  const { access } = venue;
  return (
    <>
      <p className={styles.soft}>{[words.drive(venue.driveMinutes), venue.walkMinutes === null ? '' : words.walk(venue.walkMinutes), venue.price].filter((part) => part !== '').join('; ')}</p>
      <Row gap={2}>
        <Badge tone={access.stepFree ? 'kept' : 'missed'}>{access.stepFree ? words.stepFree : words.steps}</Badge>
        {access.hoist && <Badge tone="kept">{words.hoist}</Badge>}
        {access.changingPlace && <Badge tone="kept">{words.changingPlace}</Badge>}
      </Row>
      <p>
        <strong>{words.welcome}</strong> {access.welcome}
      </p>
      <p>
        <strong>{words.parking}</strong> {access.parking}
      </p>
      {access.quietHours && (
        <p>
          <strong>{words.quiet}</strong> {access.quietHours}
        </p>
      )}
      <p className={styles.soft}>
        {words.visited} {venue.lastVisited}
      </p>
    </>
  );
}
