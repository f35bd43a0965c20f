import { graphql } from '../../graphql.ts';

export const promisesDocument = graphql(`
  query FamilyPromises {
    family {
      today
      people {
        id
        name
        promises {
          id
          words
          madeBy
          dueOn
          mark
          stateWords
          isOwed
          reason
          answers
          newDate
          dispute {
            state
            words
          }
        }
      }
    }
  }
`);
