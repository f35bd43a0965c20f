import { graphql } from '../../graphql.ts';

const share = graphql(`
  fragment SupportShared on SupportShare {
    residentId
    name
    planned
    happened
    share
    between {
      low
      high
    }
    words
    reasons {
      reason
      minutes
    }
  }
`);

const measure = graphql(`
  fragment MeasureNumbers on ProgressMeasure {
    key
    source
    title
    rule
    of
    met
    between {
      low
      high
    }
  }
`);

export const progressDocument = graphql(`
  query HomeProgress {
    homeProgress {
      today
      livingHere
      outcomes
      tooFewToSay
      without {
        residentId
        name
        namedWorker
        words
      }
      idle {
        outcomeId
        residentId
        name
        words
        comfort
        lastOn
        quietSince
        days
        could {
          activityId
          name
          picture
          because
          serves
        }
      }
      shareFrom
      shareTo
      share {
        ...SupportShared
      }
      shares {
        ...SupportShared
      }
      reviewsDue
      going {
        taskId
        residentId
        name
        task
        going
      }
      measures {
        ...MeasureNumbers
      }
    }
  }
`, [share, measure]);

export const measureListDocument = graphql(`
  query MeasureList($key: String!) {
    measureList(key: $key) {
      measure {
        ...MeasureNumbers
      }
      lines {
        residentId
        name
        met
        why
      }
    }
  }
`, [measure]);
