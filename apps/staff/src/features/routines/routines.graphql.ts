import { graphql, whyNot } from '../../graphql.ts';

export const routinesDocument = graphql(`
  query RoutinesOfPerson($id: Id!) {
    resident(id: $id) {
      id
      preferredName
      routines {
        id
        what
        daysWords
        days
        repeats
        since
        endedOn
        fromTime
        toTime
        because
        whenMissed
        help
        needs
        protected
        activity {
          id
          name
        }
        lifeFact {
          id
          words
          howKnown
        }
        week {
          day
          due
          state
          words
        }
        picture {
          sentence
          verdict
          missed {
            of
            days
            low
            high
          }
          honoured {
            of
            days
            low
            high
          }
          notWanted
          disputed
          hoursAfter
          lookedBack
        }
      }
      lifeFacts {
        id
        words
        theme
      }
      distress {
        id
        routineId
        at
        level
        words
        recordedByName
      }
    }
  }
`);

export const activitiesDocument = graphql(`
  query ActivitiesForARoutine {
    activities {
      id
      name
      minutes
    }
  }
`);

export const addRoutineDocument = graphql(`
  mutation AddRoutine($input: CreateRoutineInput!) {
    createRoutine(input: $input) {
      __typename
      ... on Routine {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const stopRoutineDocument = graphql(`
  mutation StopRoutine($id: Id!, $on: Day!) {
    endRoutine(id: $id, on: $on) {
      __typename
      ... on Routine {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const dayDiffersDocument = graphql(`
  mutation RoutineDayDiffers($input: RoutineDayDiffersInput!) {
    routineDayDiffers(input: $input) {
      __typename
      ... on Routine {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const noteDistressDocument = graphql(`
  mutation NoteDistress($input: NoteDistressInput!) {
    noteDistress(input: $input) {
      __typename
      ... on DistressNote {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);
