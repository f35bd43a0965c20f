import { graphql } from '../../graphql.ts';

export const familyDocument = graphql(`
  query Family {
    family {
      today
      stopped
      people {
        id
        name
        headline
        lead
        isGone
        notShared
        decidesSharing
        promises {
          id
          words
          mark
          stateWords
          isOwed
          isUnexplained
          reason
          answers
          newDate
          dispute {
            state
            words
          }
        }
        planned {
          id
          day
          from
          to
          what
          where
          staff
          status
        }
        changed {
          id
          words
          toldAt
        }
        happened {
          id
          day
          from
          what
          words
          note
          saidBy
          saidAt
        }
        figures {
          words
        }
        seesProgress
        asks {
          id
          words
          state
          stands
        }
        visits {
          visitId
          day
          from
          to
          meets
        }
      }
    }
  }
`);
