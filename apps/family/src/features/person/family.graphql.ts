import { graphql } from '../../graphql.ts';

export const familyDocument = graphql(`
  query Family {
    family {
      today
      head {
        entries
        hash
      }
      people {
        id
        name
        headline
        lead
        notShared
        decidesSharing
        promises {
          id
          words
          madeBy
          dueOn
          mark
          stateWords
          isOwed
          isUnexplained
          reason
          answers
          newDate
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
          reasons {
            words
            times
          }
        }
      }
    }
  }
`);
