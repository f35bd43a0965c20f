import { graphql } from '../../graphql.ts';

export const happenedDocument = graphql(`
  query FamilyHappened($residentId: Id!, $before: Day) {
    familyHappened(residentId: $residentId, before: $before) {
      personId
      person
      today
      from
      to
      notShared
      happened {
        id
        day
        from
        what
        words
        note
        saidBy
        saidAt
        photos {
          id
          words
        }
      }
    }
  }
`);
