import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.ts';

export const quietNowDocument = graphql(`
  query QuietNow {
    quietNow {
      residentId
      name
      room
      days
      words
      lastWhat
      plannedToday
      plannedAt
      plannedSessionId
      activityId
      activityName
      picture
      because
      why
    }
  }
`);

export type Quiet = ResultOf<typeof quietNowDocument>['quietNow'][number];
