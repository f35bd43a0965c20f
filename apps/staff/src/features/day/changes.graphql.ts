import { graphql, whyNot } from '../../graphql.ts';

/** Who is on the rota today, to say in two taps that somebody is off. */
export const rotaDocument = graphql(`
  query RotaToday($day: Day!) {
    rotaOn(day: $day) {
      shiftId
      staffId
      name
      jobTitle
      startsAt
      endsAt
      isOff
      isMe
    }
  }
`);

/** What of the published weeks no longer holds, and what was told of changes to a day. */
export const needsToday = graphql(`
  query NeedsToday($day: Day!) {
    needsAnswer {
      count
      mine
      weeks {
        weekStarts
        sessions {
          id
          startsAt
          mustAct
        }
      }
    }
    tellings(day: $day) {
      id
      words
      isMine
      isForStaff
      toldAt
      toldByName
    }
  }
`);

export const offTodayDocument = graphql(`
  mutation OffToday($input: SayStaffOffInput!) {
    sayStaffOff(input: $input) {
      __typename
      ... on ChangedFact {
        id
        words
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const backTodayDocument = graphql(`
  mutation BackToday($changeId: Id!) {
    sayStaffBack(changeId: $changeId) {
      __typename
      ... on ChangedFact {
        id
        words
      }
      ...WhyNot
    }
  }
`, [whyNot]);
