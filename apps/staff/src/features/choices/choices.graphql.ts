import { graphql, whyNot } from '../../graphql.ts';

const option = graphql(`
  fragment Option on ChoiceOption {
    key
    title
    picture
    drawback
    sureness
    sureWhy
    score
    parts {
      name
      points
    }
    reasons {
      words
      records {
        kind
        id
      }
    }
  }
`);

const receipt = graphql(`
  fragment Receipt on ChoiceReceipt {
    id
    point
    pointName
    question
    answer
    chosen
    words
    standing
    byRight
    answeredByName
    how
    whyNot
    ledTo
    chosenAt
    recordedByName
    offered {
      ...Option
    }
  }
`, [option]);

const counted = graphql(`
  fragment Counted on WhoseDecisions {
    onlyGoOrNot
    counts {
      code
      count
      ids
    }
  }
`);

const read = graphql(`
  fragment Read on ActivityReadings {
    activityId
    activityName
    picture
    responses
    times
    disagree
    readings {
      id
      likes
      signs
      knows
      sessionsTogether
      evidence
      answersId
      stands
      recordedByName
      recordedAt
    }
  }
`);

export const choicesDocument = graphql(`
  query Choices($residentId: Id!) {
    residentChoices(residentId: $residentId) {
      residentId
      name
      from
      to
      points {
        point
        number
        name
        question
        last {
          chosen
          answeredByName
          chosenAt
        }
      }
      receipts {
        ...Receipt
      }
      whose {
        ...Counted
      }
      readings {
        ...Read
      }
      circle {
        id
        name
        relation
      }
      today {
        id
        words
        isOver
      }
    }
  }
`, [receipt, counted, read]);

export const homeDecisionsDocument = graphql(`
  query HomeDecisions {
    homeDecisions {
      from
      to
      whole {
        ...Counted
      }
      people {
        residentId
        name
        whose {
          ...Counted
        }
      }
    }
  }
`, [counted]);

export const adviceDocument = graphql(`
  query Advice($residentId: Id!, $point: String!) {
    choiceAdvice(residentId: $residentId, point: $point) {
      lead
      leftOut {
        title
        why
      }
    }
  }
`);

export const offerDocument = graphql(`
  mutation OfferChoice($input: OfferChoiceInput!) {
    offerChoice(input: $input) {
      __typename
      ... on ChoiceOffer {
        id
        residentId
        residentName
        point
        question
        lead
        threes {
          ...Option
        }
      }
      ...WhyNot
    }
  }
`, [option, whyNot]);

export const recordChoiceDocument = graphql(`
  mutation RecordChoice($input: RecordChoiceInput!) {
    recordChoice(input: $input) {
      __typename
      ... on ChoiceReceipt {
        id
        chosen
        ledTo
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const recordReadingDocument = graphql(`
  mutation RecordReading($input: RecordReadingInput!) {
    recordReading(input: $input) {
      __typename
      ... on ActivityReadings {
        activityId
      }
      ...WhyNot
    }
  }
`, [whyNot]);
