import { graphql, whyNot } from '../../graphql.ts';

export const weeksDocument = graphql(`
  query PlanWeeks {
    planWeeks {
      weekStarts
      published { id publishedByName publishedAt sessions { activity start residents } }
      drafts { id name createdByName updatedAt basedOn search { state } sessions { activity start residents } }
    }
  }
`);

export const boardDocument = graphql(`
  query PlanBoard($id: Id!) {
    planBoard(id: $id) {
      plan {
        id weekStarts name status version pinned score basedOn createdByName publishedByName publishedAt
        sessions { activity start room vehicles { vehicle driver } staff residents }
        search { state seconds elapsed steps why }
      }
      problem
      called {
        residents { id name }
        staff { id name }
        activities { id name picture }
        rooms { id name }
        vehicles { id name }
      }
      begun { id activityId span room people vehicles residents }
      findings
      isBehind
      changes {
        kind residentIds activityId words at byName
        from { activity start room vehicles { vehicle driver } staff residents }
        to { activity start room vehicles { vehicle driver } staff residents }
      }
    }
  }
`);

export const startDraftDocument = graphql(`
  mutation StartDraft($weekStarts: Day!) {
    startDraft(weekStarts: $weekStarts) {
      __typename
      ... on Plan { id }
      ...WhyNot
    }
  }
`, [whyNot]);

export const plansOfWeekDocument = graphql(`
  query PlansOfWeek($weekStarts: Day!) {
    plansOfWeek(weekStarts: $weekStarts) { id status createdByName publishedByName }
  }
`);

export const copyDocument = graphql(`
  mutation CopyPlan($id: Id!) {
    copyPlan(id: $id) {
      __typename
      ... on Plan { id }
      ...WhyNot
    }
  }
`, [whyNot]);

export const solveDocument = graphql(`
  mutation SolvePlan($id: Id!, $seconds: Int!) {
    solvePlan(id: $id, seconds: $seconds) {
      __typename
      ... on Plan { id version }
      ...WhyNot
    }
  }
`, [whyNot]);

export const stopDocument = graphql(`
  mutation StopSolving($id: Id!) {
    stopSolving(id: $id) {
      __typename
      ... on Plan { id version }
      ...WhyNot
    }
  }
`, [whyNot]);

export const changeDocument = graphql(`
  mutation ChangePlan($id: Id!, $version: Int!, $change: PlanChangeInput!) {
    changePlan(id: $id, version: $version, change: $change) {
      __typename
      ... on Plan { id version }
      ...WhyNot
    }
  }
`, [whyNot]);

export const upToDateDocument = graphql(`
  mutation BringPlanUpToDate($id: Id!, $version: Int!) {
    bringPlanUpToDate(id: $id, version: $version) {
      __typename
      ... on Plan { id version }
      ...WhyNot
    }
  }
`, [whyNot]);

export const discardDocument = graphql(`
  mutation DiscardPlan($id: Id!, $version: Int!) {
    discardPlan(id: $id, version: $version) {
      __typename
      ... on PlanDiscarded { id }
      ...WhyNot
    }
  }
`, [whyNot]);

export const publishDocument = graphql(`
  mutation PublishPlan($id: Id!, $version: Int!) {
    publishPlan(id: $id, version: $version) {
      __typename
      ... on Plan { id version }
      ...WhyNot
    }
  }
`, [whyNot]);

export const acquaintedDocument = graphql(`
  query Acquainted {
    acquaintances { residentId staffId together }
    staffList { id agency }
  }
`);

export const whoAndWhatDocument = graphql(`
  query WhoAndWhat {
    residents { id preferredName familyName status room }
    activities { id name picture setting }
  }
`);

export const canWeDocument = graphql(`
  query CanWe($residentId: Id!, $activityId: Id!, $fromDay: Day!, $toDay: Day!) {
    canWe(residentId: $residentId, activityId: $activityId, fromDay: $fromDay, toDay: $toDay) {
      possible
      residentName
      activityName
      ways
      already {
        weekStarts day words isBooked promised
        session { activity start room vehicles { vehicle driver } staff residents }
      }
      places {
        weekStarts day when words reasons joins isBooked startsAt endsAt
        session { activity start room vehicles { vehicle driver } staff residents }
      }
    }
  }
`);

export const promiseDocument = graphql(`
  mutation PromiseFromCanWe($input: PromiseFromCanWeInput!) {
    promiseFromCanWe(input: $input) {
      __typename
      ... on PromiseHeld { promiseId planId words when isBooked }
      ...WhyNot
    }
  }
`, [whyNot]);
