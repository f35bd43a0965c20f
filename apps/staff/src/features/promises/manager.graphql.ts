import { graphql } from '../../graphql.ts';

export const managerCountDocument = graphql(`
  query WaitingForManagerCount {
    waitingForManagerCount
  }
`);

export const managerDocument = graphql(`
  query WaitingForManager {
    waitingForManager {
      key
      kind
      words
      since
      by
      isLate
      toGroupAt
      promise {
        id
        words
        residentId
        residentName
        picture
      }
    }
    escalations {
      key
      to
      at
      words
      promise {
        id
        words
        residentName
      }
    }
  }
`);
