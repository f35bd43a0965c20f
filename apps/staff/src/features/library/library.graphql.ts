import { graphql } from '../../graphql.ts';

export const libraryDocument = graphql(`
  query Library {
    activities {
      id
      name
      kind
      picture
      setting
      minutes
      groupMin
      groupMax
      costPence
      why
    }
    venues {
      id
      name
      price
      driveMinutes
      walkMinutes
      lastVisited
      access {
        stepFree
        changingPlace
        hoist
        quietHours
        parking
        welcome
      }
    }
  }
`);

export const activityDocument = graphql(`
  query Activity($id: Id!) {
    activity(id: $id) {
      id
      name
      kind
      picture
      setting
      minutes
      groupMin
      groupMax
      baseStaff
      transport
      costPence
      why
      respect
      steps
      watchFor
      equipment
      adapt {
        plansIt
        stepByStep
        joinsThroughSenses
        respondsToTouchAndSound
      }
      skillsNeeded {
        skill
        staff
      }
      rooms {
        id
        name
      }
      venue {
        id
        name
        address
        phone
        price
        driveMinutes
        walkMinutes
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
    }
  }
`);
