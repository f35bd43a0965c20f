import { graphql, whyNot } from '../../graphql.ts';

export const assessmentsDocument = graphql(`
  query SelfAssessments($residentId: Id!) {
    resident(id: $residentId) {
      id
      preferredName
      supportInStaff
      supportInResidents
      supportOutStaff
      supportOutResidents
      wheelchair
      transfers
      communication
      riskOut
      riskDo
    }
    selfAssessments(residentId: $residentId) {
      id
      answeredBy
      helper
      howKnown
      recordedByName
      recordedAt
      isFinished
      answers {
        id
        question
        chosen
        words
        recordedByName
        recordedAt
      }
      suggestions {
        id
        kind
        words
        why
        from
        to
        item
        answer
        barrier
        style
        taken
      }
    }
  }
`);

export const beginDocument = graphql(`
  mutation BeginSelfAssessment($input: BeginSelfAssessmentInput!) {
    beginSelfAssessment(input: $input) {
      __typename
      ... on SelfAssessment {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const answerDocument = graphql(`
  mutation AnswerSelfAssessment($input: AnswerSelfAssessmentInput!) {
    answerSelfAssessment(input: $input) {
      __typename
      ... on SelfAssessment {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const takeOutcomeDocument = graphql(`
  mutation TakeOutcome($input: CreateOutcomeInput!) {
    taken: createOutcome(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const takeWishDocument = graphql(`
  mutation TakeWish($input: CatchWishInput!) {
    taken: catchWish(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const takeMemoryDocument = graphql(`
  mutation TakeMemory($input: AddLifeFactInput!) {
    taken: addLifeFact(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const takeRoutineDocument = graphql(`
  mutation TakeRoutine($input: CreateRoutineInput!) {
    taken: createRoutine(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const takePreferenceDocument = graphql(`
  mutation TakePreference($input: AnswerPreferenceInput!) {
    taken: answerPreference(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const takeStyleDocument = graphql(`
  mutation TakeStyle($input: EditSupportInput!) {
    taken: editSupport(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);
