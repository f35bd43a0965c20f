import { graphql, whyNot } from '../../graphql.ts';
import { taskNow } from '../../ladder/ladder.graphql.ts';

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
        ownWords {
          id
          says
          words
          recordedByName
        }
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
        what
        from
        to
        why
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
        tasks {
          ...TaskNow
        }
      }
      quiet {
        residentId
        name
        days
        lastWhat
        plannedToday
      }
    }
    promises(under: "today") {
      id
      residentId
      residentName
      words
      dueOn
      picture
      unexplained
      plannedFor
    }
    ladderTasks {
      ...TaskNow
    }
    unsaidSessions {
      id
      startsAt
      activityName
      people
    }
    unmetNeeds {
      id
      residentId
      name
      room
      activityName
      what
      words
      recordedByName
      recordedAt
      seenTo
    }
  }
`, [taskNow]);

export const atRiskDocument = graphql(`
  query PromisesAtRisk {
    promisesAtRisk {
      id
      residentId
      residentName
      words
      dueOn
      picture
      plannedFor
      mustAct
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
      activityName
      place
      notRun {
        reason
        answers
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
          help
          note
          recordedByName
          recordedAt
        }
        earlier {
          id
          level
          mood
          engagement
          leftEarly
          help
          note
          recordedByName
          recordedAt
        }
      }
    }
    sessionGroup(sessionId: $id) {
      residentId
      name
      noPhotos
      noRecordings
      photoCondition
      tasks {
        ...TaskNow
      }
      needs {
        id
        what
        words
      }
    }
    sessionMedia(sessionId: $id) {
      id
      people
      recordedByName
      media {
        id
        kind
        notShown
      }
    }
  }
`, [taskNow]);

export const recordDocument = graphql(`
  mutation RecordAttendances($sessionId: Id!, $entries: [AttendanceInput!]!, $help: [HelpInput!]!, $needs: [UnmetNeedInput!]!) {
    recordAttendances(sessionId: $sessionId, entries: $entries, help: $help, needs: $needs) {
      __typename
      ... on DaySession {
        id
        recorded
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const addMediaDocument = graphql(`
  mutation AddSessionMedia($input: SessionMediaInput!) {
    addSessionMedia(input: $input) {
      __typename
      ... on SessionMedia {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const momentPeopleDocument = graphql(`
  query MomentPeople {
    residents {
      id
      preferredName
      familyName
      room
      status
    }
  }
`);

export const momentIdeasDocument = graphql(`
  query MomentIdeas($residentId: Id!) {
    resident(id: $residentId) {
      id
      preferredName
    }
    momentIdeas(residentId: $residentId) {
      activityId
      name
      picture
      why
      tasks {
        ...TaskNow
      }
    }
  }
`, [taskNow]);

export const recordMomentDocument = graphql(`
  mutation RecordMoment($input: MomentInput!) {
    recordMoment(input: $input) {
      __typename
      ... on DaySession {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const personDaysDocument = graphql(`
  query PersonDays($residentId: Id!) {
    resident(id: $residentId) {
      id
      preferredName
    }
    personDays(residentId: $residentId) {
      sessionId
      startsAt
      endsAt
      activityName
      picture
      unplanned
      said {
        id
        level
        mood
        engagement
        leftEarly
        help
        note
        recordedByName
        recordedAt
      }
      earlier {
        id
        level
        mood
        engagement
        leftEarly
        help
        note
        recordedByName
        recordedAt
      }
      media {
        id
        people
        recordedByName
        media {
          id
          kind
          notShown
        }
      }
    }
    unmetNeeds(residentId: $residentId) {
      id
      residentId
      name
      room
      activityName
      what
      words
      recordedByName
      recordedAt
      seenTo
      seenToByName
      seenToAt
    }
  }
`);

export const seeToNeedDocument = graphql(`
  mutation SeeToNeed($input: SeeToNeedInput!) {
    seeToNeed(input: $input) {
      __typename
      ... on SaidNeed {
        id
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
