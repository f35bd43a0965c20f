import { graphql, whyNot } from '../../graphql.ts';

const thing = graphql(`
  fragment OwnWeekThing on OwnThing {
    key
    day
    from
    to
    what
    picture
    place
    withStaff
    friendIds
    isOff
    sessionId
    said {
      id
      says
    }
  }
`);

export const ownViewDocument = graphql(`
  query OwnView($residentId: Id!, $day: Day) {
    ownView(residentId: $residentId, day: $day) {
      residentId
      name
      photoId
      today
      mark {
        status
        words
        code
        weekStarts
        printedWords
      }
      things {
        ...OwnWeekThing
      }
      week {
        ...OwnWeekThing
      }
      promises {
        id
        words
        picture
        madeBy
        dueOn
        plannedFor
        isLate
        said {
          id
          says
        }
      }
      friends {
        id
        name
        photoId
      }
    }
  }
`, [thing]);

export const sayOwnWordDocument = graphql(`
  mutation SayOwnWord($input: SayOwnWordInput!) {
    sayOwnWord(input: $input) {
      __typename
      ... on OwnWord {
        id
        says
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const takeOwnWordBackDocument = graphql(`
  mutation TakeOwnWordBack($id: Id!) {
    takeOwnWordBack(id: $id)
  }
`);
