import { graphql, whyNot } from '../../graphql.ts';

export const dayDocument = graphql(`
  query Day($on: Day) {
    day(on: $on) {
      day
      today
      now
      sessions {
        id
        startsAt
        endsAt
        status
        cancelledWhy
        activityName
        picture
        setting
        place
        staff
        driver
        vehicle
        equipment
        watchFor
        recorded
        notRun {
          reason
          answers
        }
        people {
          residentId
          name
          room
          support
          wheelchair
          risk
          riskDo
          promised
          disputed
          said {
            level
          }
        }
      }
      routines {
        routineId
        residentId
        name
        room
        what
        from
        to
        why
        whenMissed
        help
        said {
          id
          state
          reason
          recordedByName
          recordedAt
        }
        distress {
          id
          at
          level
          words
        }
      }
      quiet {
        residentId
      }
    }
    promises(under: "today") {
      id
      residentName
      words
      dueOn
      picture
      unexplained
      overdue
      misses
      attention
      plannedFor
    }
    ladderTasks {
      id
      residentId
      residentName
      name
      today
      before
    }
  }
`);

export const sessionDocument = graphql(`
  query DaySession($id: Id!) {
    daySession(id: $id) {
      id
      startsAt
      endsAt
      status
      cancelledWhy
      activityName
      picture
      place
      recorded
      notRun {
        reason
        words
        answers
        recordedByName
        recordedAt
      }
      people {
        residentId
        name
        room
        promised
        disputed
        said {
          id
          level
          mood
          engagement
          leftEarly
          note
          recordedByName
          recordedAt
        }
      }
    }
  }
`);

export const recordDocument = graphql(`
  mutation RecordAttendances($sessionId: Id!, $entries: [AttendanceInput!]!) {
    recordAttendances(sessionId: $sessionId, entries: $entries) {
      __typename
      ... on DaySession {
        id
        recorded
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const notRunDocument = graphql(`
  mutation RecordSessionNotRun($input: NotRunInput!) {
    recordSessionNotRun(input: $input) {
      __typename
      ... on DaySession {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const routineDocument = graphql(`
  mutation RecordRoutine($input: RoutineDayInput!) {
    recordRoutine(input: $input) {
      __typename
      ... on RoutineRecorded {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const assistDocument = graphql(`
  mutation AssistToday($input: AssistanceInput!) {
    recordAssistance(input: $input) {
      __typename
      ... on AssistanceRecorded {
        prompt
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const distressDocument = graphql(`
  mutation NoteDistressOnShift($input: NoteDistressInput!) {
    noteDistress(input: $input) {
      __typename
      ... on DistressNote {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);
