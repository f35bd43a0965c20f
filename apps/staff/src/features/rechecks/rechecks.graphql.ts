import { graphql, whyNot } from '../../graphql.ts';

export const changesDocument = graphql(`
  query Changes {
    needsAnswer {
      count
      mine
      weeks {
        weekStarts
        planId
        others
        sessions {
          id
          startsAt
          endsAt
          activityName
          picture
          residents
          mustAct
          isMine
          findings {
            words
            because
            since
            saidBy
          }
        }
      }
    }
    whoIsOff {
      id
      kind
      words
      recordedByName
      recordedAt
    }
  }
`);

export const repairsDocument = graphql(`
  query Repairs($weekStarts: Day!) {
    repairs(weekStarts: $weekStarts) {
      weekStarts
      basedOn
      repairs {
        kind
        changes
        asks
        share
        costs
        gains
        tasks
        sessions {
          activity
          start
          room
          vehicles {
            vehicle
            driver
          }
          staff
          residents
        }
      }
    }
  }
`);

export const draftRepairDocument = graphql(`
  mutation DraftRepair($input: RepairInput!) {
    draftRepair(input: $input) {
      __typename
      ... on Plan {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const publishRepairDocument = graphql(`
  mutation PublishRepair($input: RepairInput!) {
    publishRepair(input: $input) {
      __typename
      ... on Plan {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

/** Whom and what a change can be about. */
export const choicesDocument = graphql(`
  query ChangeChoices {
    staffList {
      id
      name
      jobTitle
    }
    vehicles {
      id
      name
      notToday
    }
    residents {
      id
      preferredName
      room
      status
    }
  }
`);

export const shiftsDocument = graphql(`
  query ComingShifts($staffId: Id!) {
    comingShifts(staffId: $staffId) {
      shiftId
      startsAt
      endsAt
      isOff
    }
  }
`);

export const staffOffDocument = graphql(`
  mutation SayStaffOff($input: SayStaffOffInput!) {
    sayStaffOff(input: $input) {
      __typename
      ... on ChangedFact {
        words
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const staffBackDocument = graphql(`
  mutation SayStaffBack($changeId: Id!) {
    sayStaffBack(changeId: $changeId) {
      __typename
      ... on ChangedFact {
        words
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const offRoadDocument = graphql(`
  mutation TakeOffRoad($input: TakeOffRoadInput!) {
    takeOffRoad(input: $input) {
      __typename
      ... on ChangedFact {
        words
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const onRoadDocument = graphql(`
  mutation BackOnRoad($changeId: Id!) {
    backOnRoad(changeId: $changeId) {
      __typename
      ... on ChangedFact {
        words
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const notFreeDocument = graphql(`
  mutation SayNotFree($input: SayNotFreeInput!) {
    sayNotFree(input: $input) {
      __typename
      ... on ChangedFact {
        words
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const freeAgainDocument = graphql(`
  mutation SayFreeAgain($changeId: Id!) {
    sayFreeAgain(changeId: $changeId) {
      __typename
      ... on ChangedFact {
        words
      }
      ...WhyNot
    }
  }
`, [whyNot]);
