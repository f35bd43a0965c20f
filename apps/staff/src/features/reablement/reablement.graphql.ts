import { graphql, whyNot } from '../../graphql.ts';
import { taskNow } from '../../ladder/ladder.graphql.ts';

export const tasksDocument = graphql(`
  query LadderTasks($residentId: Id!) {
    resident(id: $residentId) {
      id
      preferredName
    }
    ladderTasks(residentId: $residentId) {
      ...TaskNow
      libraryKey
      startedOn
      startRung
      hopedOn
      hopedRung
      endedOn
      outcomeWords
      begin
      progress
      review
      going
      goingWords
      slopeWords
      turns {
        day
        going
      }
      points {
        day
        rung
      }
      places {
        id
        name
      }
      taps {
        id
        day
        at
        rung
        aid
        note
        where
        counts
        recordedByName
        reason
        reasonWords
        reasonByName
      }
    }
  }
`, [taskNow]);

export const aboutDocument = graphql(`
  query AboutTasks($residentId: Id!) {
    resident(id: $residentId) {
      id
      routines {
        id
        what
        fromTime
        endedOn
      }
      outcomes {
        id
        words
        endedOn
      }
    }
    activities {
      id
      name
    }
  }
`);

export const letDoDocument = graphql(`
  query LetDo {
    ladderTasks {
      ...TaskNow
      begin
      going
      goingWords
      isMine
    }
  }
`, [taskNow]);

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

export const placeDocument = graphql(`
  mutation PlaceTask($input: PlaceTaskInput!) {
    placeTask(input: $input) {
      __typename
      ... on LadderTask {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const unplaceDocument = graphql(`
  mutation UnplaceTask($placeId: Id!) {
    unplaceTask(placeId: $placeId) {
      id
    }
  }
`);

export const endTaskDocument = graphql(`
  mutation EndLadderTask($id: Id!) {
    endLadderTask(id: $id) {
      id
    }
  }
`);
