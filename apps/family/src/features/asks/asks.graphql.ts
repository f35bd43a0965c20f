import { graphql, whyNot } from '../../graphql.ts';

export const asksDocument = graphql(`
  query AsksOfMine($residentId: Id!) {
    asksOfMine(residentId: $residentId) {
      personId
      person
      workingDays
      asks {
        id
        words
        askedAt
        state
        stands
        isWish
        promiseId
        entries {
          id
          kind
          words
          by
          at
        }
      }
    }
  }
`);

export const askDocument = graphql(`
  mutation AskHome($input: AskHomeInput!) {
    answer: askHome(input: $input) {
      __typename
      ... on FamilyAsk {
        stands
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const notEnoughDocument = graphql(`
  mutation SayNotEnough($input: OnAskInput!) {
    answer: sayNotEnough(input: $input) {
      __typename
      ... on FamilyAsk {
        stands
      }
      ...WhyNot
    }
  }
`, [whyNot]);
