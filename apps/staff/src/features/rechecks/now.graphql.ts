import { graphql, whyNot } from '../../graphql.ts';

export const goNowDocument = graphql(`
  query GoNow {
    goNow {
      hasPlan
      free {
        staff {
          name
          until
        }
        vehicles {
          name
          until
        }
        spare
        spareFrom
      }
      overrides
      options {
        kind
        activityId
        activityName
        picture
        start
        leavesAt
        backAt
        joins
        sentences
        comes {
          residentId
          name
          words
        }
        waits {
          residentId
          name
          words
        }
      }
    }
  }
`);

export const letThemGoDocument = graphql(`
  mutation LetThemGo($activityId: Id!, $start: Int!, $override: OverrideInput) {
    letThemGo(activityId: $activityId, start: $start, override: $override) {
      __typename
      ... on Gone {
        words
      }
      ...WhyNot
    }
  }
`, [whyNot]);
