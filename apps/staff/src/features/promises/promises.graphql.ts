import { graphql, whyNot } from '../../graphql.ts';

export const promisesDocument = graphql(`
  query Promises($under: String!) {
    promises(under: $under) {
      id
      residentId
      residentName
      words
      level
      dueOn
      state
      owed
      overdue
      unexplained
      atRisk
      misses
      attention
      picture
      madeBy
      plannedFor
    }
  }
`);

export const wishesDocument = graphql(`
  query OpenWishes {
    openWishes {
      id
      residentId
      residentName
      words
      level
      activityId
      activityName
      raisedBy
      raisedOn
      source
      waitsDays
      isPressing
      shouldAnswer
      caughtByName
      voice {
        id
        notShown
      }
    }
  }
`);

export const promiseDocument = graphql(`
  query OnePromise($id: Id!) {
    promise(id: $id) {
      id
      residentId
      residentName
      words
      level
      dueOn
      state
      owed
      overdue
      unexplained
      atRisk
      misses
      attention
      askIfWanted
      picture
      activityName
      madeBy
      madeAt
      madeTo
      because
      found
      feasible {
        when
        whoGoes
        vehicle
        check
        checkedBy
      }
      standingId
      risks {
        words
        because
        saidBy
      }
      mustAct
      disputes {
        seq
        raisedOn
        answerBy
        answeredAt
        isLate
      }
      plannedFor
      history {
        id
        seq
        at
        kind
        who
        words
      }
      deciders {
        supporterId
        name
        relation
        may
        words
      }
    }
  }
`);

export const atRiskDocument = graphql(`
  query PromisesAtRisk {
    promisesAtRisk {
      id
      residentId
      residentName
      words
      dueOn
      picture
      plannedFor
      mustAct
      risks {
        words
        because
        saidBy
      }
    }
  }
`);

export const askedDocument = graphql(`
  mutation AnswerIfWanted($promiseId: Id!, $answer: String!, $words: Words!) {
    asked: answerIfWanted(promiseId: $promiseId, answer: $answer, words: $words) {
      __typename
      ... on Promise {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const explainDocument = graphql(`
  mutation ExplainPromise($input: ExplainPromiseInput!) {
    explainPromise(input: $input) {
      __typename
      ... on Promise {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const releaseDocument = graphql(`
  mutation ReleasePromise($input: EndPromiseInput!) {
    ended: releasePromise(input: $input) {
      __typename
      ... on Promise {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const enoughDocument = graphql(`
  mutation CallPromiseEnough($input: EndPromiseInput!) {
    ended: callPromiseEnough(input: $input) {
      __typename
      ... on Promise {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const answerDocument = graphql(`
  mutation AnswerDispute($promiseId: Id!, $words: Words!) {
    answerDispute(promiseId: $promiseId, words: $words) {
      __typename
      ... on Promise {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const makeDocument = graphql(`
  mutation MakePromise($input: MakePromiseInput!) {
    makePromise(input: $input) {
      __typename
      ... on Promise {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const declineDocument = graphql(`
  mutation DeclineWish($id: Id!, $words: Words!) {
    declineWish(id: $id, words: $words) {
      __typename
      ... on Wish {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);
