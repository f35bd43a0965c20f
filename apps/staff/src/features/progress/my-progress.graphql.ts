import { graphql } from '../../graphql.ts';

export const ownProgressDocument = graphql(`
  query OwnProgress($residentId: Id!) {
    ownProgress(residentId: $residentId) {
      residentId
      name
      photoId
      isComfort
      outcomes {
        id
        words
        picture
        comfort
        next
        reached {
          sentence
          by
          byName
        }
        steps {
          id
          words
          isDone
        }
      }
      doing {
        taskId
        name
        picture
        words
        isTheirOwn
      }
      enjoyed {
        sessionId
        day
        what
        picture
        photoId
      }
    }
  }
`);
