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
    goalsOf(residentId: $residentId) {
      isComfort
      goals {
        outcomeId comfort fall
        scale { id levels baseline importance difficulty byDay writtenWith recordedByName recordedAt }
        earlier { id levels recordedByName recordedAt }
        draft { levels baseline importance difficulty byDay writtenWith recordedByName recordedAt }
        sayings { id scaleId rater raterName attained sentence on words isOwn isPutRight recordedByName }
        latest { id rater raterName attained sentence on words }
        agreement { kind words }
        beliefs { id on importance confidence words recordedByName }
        talks { id said then recordedByName recordedAt }
      }
      scores {
        rater baseline latest change baselineWorking latestWorking unsaid whyNot
        goals { outcomeId words weight baseline reached }
      }
    }
  }
`);

export const toLookAtDocument = graphql(`
  query OutcomesToLookAt {
    outcomesToLookAt { residentId name kind words namedWorker }
    confidenceToTalkAbout { residentId outcomeId name outcomeWords words namedWorker }
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

export const writeGoalDocument = graphql(`
  mutation WriteGoal($input: WriteGoalInput!) {
    answer: writeGoal(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const draftGoalDocument = graphql(`
  mutation DraftGoal($input: DraftGoalInput!) {
    answer: draftGoal(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const scoreGoalDocument = graphql(`
  mutation ScoreGoal($input: ScoreGoalInput!) {
    answer: scoreGoal(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const sayBeliefDocument = graphql(`
  mutation SayBelief($input: SayBeliefInput!) {
    answer: sayBelief(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const noteTalkDocument = graphql(`
  mutation NoteTalk($input: NoteTalkInput!) {
    answer: noteTalk(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);
