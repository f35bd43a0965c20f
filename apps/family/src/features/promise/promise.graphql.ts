import { graphql, whyNot } from '../../graphql.ts';

const pageFragment = graphql(`
  fragment PromisePageParts on FamilyPromisePage {
    personId
    person
    promise {
      id
      words
      level
      madeBy
      madeOn
      dueOn
      mark
      stateWords
      reason
      answers
      newDate
      dispute {
        state
        answerBy
        words
      }
    }
    history {
      id
      at
      kind
      sentence
      hash
    }
    head {
      entries
      hash
    }
  }
`);

export const promiseDocument = graphql(
  `
    query FamilyPromise($id: Id!) {
      familyPromise(id: $id) {
        ...PromisePageParts
      }
    }
  `,
  [pageFragment],
);

export const confirmDocument = graphql(`
  mutation ConfirmPromise($id: Id!, $words: Words!) {
    answer: confirmPromise(id: $id, words: $words) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const disputeDocument = graphql(`
  mutation DisputePromise($id: Id!, $words: Words!) {
    answer: disputePromise(id: $id, words: $words) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);
