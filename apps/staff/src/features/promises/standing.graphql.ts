import { graphql, whyNot } from '../../graphql.ts';

export const activitiesDocument = graphql(`
  query ActivitiesToPromise {
    activities {
      id
      name
    }
  }
`);

export const peopleDocument = graphql(`
  query PeopleToPromise {
    residents {
      id
      preferredName
      familyName
      status
    }
  }
`);

export const standingDocument = graphql(`
  query StandingPromises {
    standingPromises {
      id
      residentId
      residentName
      words
      level
      comesRound
      waitsBecause
      since
      madeTo
      found
      madeByName
      picture
      end {
        endedOn
        words
        byName
        byRight
      }
      days {
        id
        dueOn
        state
        owed
        unexplained
        atRisk
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

export const makeStandingDocument = graphql(`
  mutation MakeStandingPromise($input: MakeStandingPromiseInput!) {
    makeStandingPromise(input: $input) {
      __typename
      ... on StandingPromise {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const endStandingDocument = graphql(`
  mutation EndStandingPromise($input: EndStandingPromiseInput!) {
    endStandingPromise(input: $input) {
      __typename
      ... on StandingPromise {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const claimsDocument = graphql(`
  query Claims {
    claims {
      id
      words
      saidIn
      since
      perWeek
      counts
      forWhom
      of
      activityName
      recordedByName
      endedOn
      endWords
      weeks {
        weekStarts
        advertised
        done
        isOver
        isShort
        unexplained
        why
        held {
          sessionId
          startsAt
          activityName
          people
        }
        people {
          residentId
          name
          done
        }
      }
    }
  }
`);

export const addClaimDocument = graphql(`
  mutation AddClaim($input: AddClaimInput!) {
    answer: addClaim(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const endClaimDocument = graphql(`
  mutation EndClaim($id: Id!, $on: Day!, $words: Words!) {
    answer: endClaim(id: $id, on: $on, words: $words) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const explainClaimDocument = graphql(`
  mutation ExplainClaimWeek($input: ExplainClaimWeekInput!) {
    answer: explainClaimWeek(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);
