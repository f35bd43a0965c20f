import { graphql, whyNot } from '../../graphql.ts';

export const outcomesDocument = graphql(`
  query OutcomesOf($residentId: Id!) {
    outcomesOf(residentId: $residentId) {
      residentId
      name
      outcomes {
        id words why measure byDate endedOn importance whoHelps comfort reviewDueOn isReviewDue
        steps { id kind words who byDate doneOn doneByName }
        activities { activityId name because }
        reviews { id result say words recordedByName recordedAt }
      }
    }
  }
`);

export const toLookAtDocument = graphql(`
  query OutcomesToLookAt {
    outcomesToLookAt { residentId name kind words namedWorker }
  }
`);

export const outcomeActivitiesDocument = graphql(`
  query OutcomeActivities {
    activities { id name }
  }
`);

export const writeOutcomeDocument = graphql(`
  mutation WriteOutcome($input: CreateOutcomeInput!) {
    answer: createOutcome(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const addStepDocument = graphql(`
  mutation AddOutcomeStep($input: AddOutcomeStepInput!) {
    answer: addOutcomeStep(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const finishStepDocument = graphql(`
  mutation FinishOutcomeStep($id: Id!) {
    answer: finishOutcomeStep(id: $id) { __typename ...WhyNot }
  }
`, [whyNot]);

export const serveDocument = graphql(`
  mutation ServeOutcome($input: ServeOutcomeInput!) {
    answer: serveOutcome(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const reviewDocument = graphql(`
  mutation ReviewOutcome($input: ReviewOutcomeInput!) {
    answer: reviewOutcome(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);
