import { graphql, whyNot } from '../../graphql.ts';

const visitsFragment = graphql(`
  fragment VisitParts on FamilyVisits {
    personId
    person
    today
    seesPlan
    isGone
    visits {
      id
      when
      day
      from
      to
      repeats
      until
      words
      next {
        day
        from
        to
        meets
      }
    }
  }
`);

export const visitsDocument = graphql(`
  query VisitsOfMine($residentId: Id!) {
    visitsOfMine(residentId: $residentId) {
      ...VisitParts
    }
  }
`, [visitsFragment]);

export const sayVisitDocument = graphql(`
  mutation SayVisit($input: SayVisitInput!) {
    answer: sayVisit(input: $input) {
      __typename
      ...VisitParts
      ...WhyNot
    }
  }
`, [visitsFragment, whyNot]);

export const callOffDocument = graphql(`
  mutation CallOffVisit($input: CallOffVisitInput!) {
    answer: callOffVisit(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);
