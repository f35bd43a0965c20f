import { graphql, whyNot } from '../../graphql.ts';

const askFragment = graphql(`
  fragment AskParts on FamilyAsk {
    id
    residentId
    residentName
    words
    askedBy
    relation
    askedAt
    state
    stands
    isWithManager
    isWish
    entries {
      id
      kind
      words
      by
      at
    }
  }
`);

const visitFragment = graphql(`
  fragment VisitDayParts on VisitDay {
    visitId
    residentId
    residentName
    who
    relation
    day
    from
    to
    words
    meets
  }
`);

export const asksDocument = graphql(`
  query FamilyAsks($from: Day!, $to: Day!, $residentId: Id) {
    familyAsks(residentId: $residentId) {
      ...AskParts
    }
    visits(from: $from, to: $to, residentId: $residentId) {
      ...VisitDayParts
    }
  }
`, [askFragment, visitFragment]);

export const personDocument = graphql(`
  query PersonFamily($id: Id!) {
    resident(id: $id) {
      id
      preferredName
    }
  }
`);

export const answerDocument = graphql(`
  mutation AnswerAsk($input: OnAskInput!) {
    answer: answerAsk(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const asWishDocument = graphql(`
  mutation MakeAskAWish($askId: Id!) {
    answer: makeAskAWish(askId: $askId) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);
