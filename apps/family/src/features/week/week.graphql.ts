import { graphql } from '../../graphql.ts';

export const weekDocument = graphql(`
  query FamilyWeek($residentId: Id!, $on: Day) {
    familyWeek(residentId: $residentId, on: $on) {
      personId
      person
      today
      monday
      isGone
      notShared
      days {
        day
        planned {
          id
          from
          to
          what
          where
          staff
          status
          cameOfIt
          note
          saidBy
        }
        happened {
          id
          from
          what
          words
          note
          saidBy
          saidAt
        }
        visits {
          visitId
          from
          to
          meets
        }
      }
      changed {
        id
        words
        toldAt
      }
    }
  }
`);
