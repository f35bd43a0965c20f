import { graphql, whyNot } from '../../graphql.ts';

export const tasksDocument = graphql(`
  query LadderTasks($residentId: Id!) {
    resident(id: $residentId) {
      id
      preferredName
    }
    ladderTasks(residentId: $residentId) {
      id
      name
      startedOn
      startRung
      hopedOn
      hopedRung
      endedOn
      outcomeWords
      today
      before
      progress
      review
      points {
        day
        rung
      }
    }
  }
`);

export const createTaskDocument = graphql(`
  mutation CreateLadderTask($input: CreateLadderTaskInput!) {
    createLadderTask(input: $input) {
      __typename
      ... on LadderTask {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const assistanceDocument = graphql(`
  mutation RecordAssistance($input: AssistanceInput!) {
    recordAssistance(input: $input) {
      __typename
      ... on AssistanceRecorded {
        prompt
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const endTaskDocument = graphql(`
  mutation EndLadderTask($id: Id!) {
    endLadderTask(id: $id) {
      id
    }
  }
`);
