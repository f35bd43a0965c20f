import { graphql, whyNot } from '../../graphql.ts';

export const preferencesDocument = graphql(`
  query PreferencesOfPerson($id: Id!) {
    resident(id: $id) {
      id
      preferredName
    }
    preferences(residentId: $id) {
      residentId
      answered
      items {
        item
        question
        now {
          id
          answer
          words
          howKnown
          recordedByName
          recordedAt
        }
        before {
          id
          answer
          words
          howKnown
          recordedAt
        }
        barrier {
          id
          words
          openedByName
          openedAt
          wishId
          wishWords
          wishAnswer
        }
      }
    }
  }
`);

export const barriersDocument = graphql(`
  query OpenBarriers {
    openBarriers {
      id
      residentId
      residentName
      question
      words
      openedByName
      openedAt
      wishId
      wishWords
      wishAnswer
    }
  }
`);

export const answerDocument = graphql(`
  mutation AnswerPreference($input: AnswerPreferenceInput!) {
    answerPreference(input: $input) {
      __typename
      ... on Preferences {
        residentId
        items {
          item
          barrier {
            id
          }
        }
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const barrierWishDocument = graphql(`
  mutation MakeBarrierAWish($input: MakeBarrierAWishInput!) {
    makeBarrierAWish(input: $input) {
      __typename
      ... on Barrier {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const closeBarrierDocument = graphql(`
  mutation CloseBarrier($id: Id!, $words: Words!) {
    closeBarrier(id: $id, words: $words) {
      __typename
      ... on Barrier {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);
