import { graphql } from '../../graphql.ts';

export const weeksToPrintDocument = graphql(`
  query WeeksToPrint {
    planWeeks {
      weekStarts
      published {
        id
      }
      drafts {
        id
        version
        createdByName
      }
    }
  }
`);

export const peopleToPrintDocument = graphql(`
  query PeopleToPrint {
    residents {
      id
      preferredName
      familyName
      room
      status
    }
  }
`);

export const wallDocument = graphql(`
  query WallSheet($day: Day!, $draftId: Id) {
    wallSheet(day: $day, draftId: $draftId) {
      mark {
        weekStarts
        status
        words
        code
        printedWords
      }
      sessions {
        id
        day
        from
        to
        activityName
        picture
        place
        isOut
        isOff
        change
        people
      }
    }
  }
`);

export const ownWeeksDocument = graphql(`
  query OwnWeeks($day: Day!, $draftId: Id, $residentId: Id) {
    ownWeeks(day: $day, draftId: $draftId, residentId: $residentId) {
      mark {
        weekStarts
        status
        words
        code
        printedWords
      }
      people {
        residentId
        name
        entries {
          id
          day
          from
          to
          what
          picture
          place
          isRoutine
          isEveryDay
          change
          withStaff
        }
      }
    }
  }
`);

export const daySheetDocument = graphql(`
  query DaySheet($day: Day!, $draftId: Id) {
    daySheet(day: $day, draftId: $draftId) {
      mark {
        weekStarts
        status
        words
        code
        printedWords
      }
      day
      sessions {
        id
        from
        to
        activityName
        picture
        place
        isOut
        isOff
        change
        staff
        drives {
          vehicle
          driver
        }
        bring
        watchFor
        people {
          residentId
          name
          room
          support
          inWheelchair
          transfers
          risk
          riskDo
          promised
          notKnown
        }
      }
      routines {
        id
        from
        to
        name
        room
        what
        help
      }
      promises {
        id
        name
        words
        madeBy
        isPlanned
      }
      staff {
        name
        isAgency
        hours
        breaks
        sessions
      }
      floor {
        from
        to
        least
        staying
      }
    }
  }
`);

export const outingSheetsDocument = graphql(`
  query OutingSheets($day: Day!, $draftId: Id) {
    outingSheets(day: $day, draftId: $draftId) {
      mark {
        weekStarts
        status
        words
        code
        printedWords
      }
      day
      travel
      arrives
      setsOffBack
      costPence
      session {
        id
        from
        to
        activityName
        picture
        place
        change
        staff
        bring
        watchFor
        people {
          residentId
          name
          room
          support
          inWheelchair
          transfers
          communication
          risk
          riskDo
          promised
          notKnown
        }
      }
      venue {
        id
        name
        address
        phone
        price
        lastVisited
        access {
          stepFree
          hoist
          changingPlace
          quietHours
          parking
          welcome
        }
      }
      people {
        residentId
        photos
        contacts {
          name
          relation
          phone
        }
      }
      seats {
        vehicle
        kind
        number
        person
        isStaff
      }
      withoutSeat
    }
  }
`);

export const driverSheetsDocument = graphql(`
  query DriverSheets($day: Day!, $draftId: Id) {
    driverSheets(day: $day, draftId: $draftId) {
      mark {
        weekStarts
        status
        words
        code
        printedWords
      }
      day
      driver
      vehicle
      registration
      licence
      seats
      bays
      inspectionDue
      insuranceDue
      stays
      trips {
        sessionId
        activityName
        leaves
        arrives
        setsOffBack
        back
        driveMinutes
        placeName
        address
        phone
        parking
        staff
        seats {
          vehicle
          kind
          number
          person
          isStaff
        }
      }
    }
  }
`);
