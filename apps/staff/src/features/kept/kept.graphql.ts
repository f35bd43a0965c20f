import { graphql } from '../../graphql.ts';

const count = graphql(`
  fragment KeptNumbers on KeptCount {
    key
    name
    of
    kept
    partlyKept
    notKept
    unexplained
    declined
    released
    closed
  }
`);

export const keptDocument = graphql(`
  query Kept($residentId: Id, $period: String!) {
    keptRate(residentId: $residentId, period: $period) {
      residentName
      from
      to
      words
      leftOut
      between {
        low
        high
      }
      whole {
        ...KeptNumbers
      }
      weeks {
        ...KeptNumbers
      }
      reasons {
        ...KeptNumbers
      }
      weekdays {
        ...KeptNumbers
      }
      kinds {
        ...KeptNumbers
      }
      answers {
        ...KeptNumbers
      }
    }
  }
`, [count]);

export const keptListDocument = graphql(`
  query KeptList($residentId: Id, $period: String!, $by: String!, $key: Words!, $outcome: String) {
    keptRate(residentId: $residentId, period: $period) {
      residentName
      from
      to
    }
    keptList(residentId: $residentId, period: $period, by: $by, key: $key, outcome: $outcome) {
      total
      lines {
        promiseId
        residentId
        residentName
        promised
        picture
        day
        dueOn
        outcome
        reason
        words
        answers
        time
      }
    }
  }
`);
