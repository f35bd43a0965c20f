import { Badge } from '@promenade/ui/badge';
import { Row } from '@promenade/ui/layout';
import styles from './library.module.css';
import { words } from './words.ts';

type Venue = {
  price: string; driveMinutes: number; walkMinutes: number | null; lastVisited: string | null;
  access: { stepFree: boolean | null; hoist: boolean | null; changingPlace: boolean | null; quietHours: string | null; parking: string; welcome: string };
};

/** What a place is really like to use; what nobody has said is left out. */
export function VenueFacts({ venue }: { venue: Venue }) {
  const { access } = venue;
  return (
    <>
      <p className={styles.soft}>{[words.drive(venue.driveMinutes), venue.walkMinutes === null ? '' : words.walkTime(venue.walkMinutes), venue.price].filter((part) => part !== '').join('; ')}</p>
      <Row gap={2}>
        {access.stepFree !== null && <Badge tone={access.stepFree ? 'kept' : 'missed'}>{access.stepFree ? words.stepFree : words.hasSteps}</Badge>}
        {access.hoist && <Badge tone="kept">{words.hoist}</Badge>}
        {access.changingPlace && <Badge tone="kept">{words.changingPlace}</Badge>}
      </Row>
      {([[words.welcome, access.welcome], [words.parking, access.parking], [words.quiet, access.quietHours]] as const).map(([label, said]) => said && <p key={label}><strong>{label}</strong> {said}</p>)}
      {venue.lastVisited && <p className={styles.soft}>{words.visited} {venue.lastVisited}</p>}
    </>
  );
}
