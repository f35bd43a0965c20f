import { graphql, whyNot } from '../../graphql.ts';

export const progressDocument = graphql(`
  query FamilyProgress($residentId: Id!) {
    familyProgress(residentId: $residentId) {
      personId
      person
      today
      notShared
      support
      outcomes {
        id
        words
        why
        comfort
        reviewOn
      }
      doing {
        taskId
        name
        words
      }
    }
    familyGoals(residentId: $residentId) {
      goals {
        outcomeId
        scaleId
        levels
        reached {
          id
          rater
          who
          sentence
          on
          isYours
          words
        }
      }
    }
  }
`);

export const sayLevelDocument = graphql(`
  mutation SayLevel($input: ScoreGoalAsFamilyInput!) {
    answer: scoreGoalAsFamily(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);
