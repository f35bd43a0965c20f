import { graphql, whyNot } from '../../graphql.ts';

export const wishPeopleDocument = graphql(`
  query WishPeople {
    residents {
      id
      preferredName
      familyName
      room
      status
    }
  }
`);

export const mayRecordDocument = graphql(`
  query MayRecord($residentId: Id!) {
    aboutMe(residentId: $residentId) {
      noRecordings
    }
  }
`);

export const meetingWishesDocument = graphql(`
  query MeetingWishes {
    meetingWishes {
      id
      residentName
      words
      meetingOn
      answer
      answerWords
      answeredBy
    }
  }
`);

export const catchWishDocument = graphql(`
  mutation CatchWish($input: CatchWishInput!) {
    answer: catchWish(input: $input) {
      __typename
      ... on Wish {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const catchAtMeetingDocument = graphql(`
  mutation CatchAtMeeting($meetingOn: Day!, $wishes: [MeetingWishInput!]!) {
    answer: catchWishesAtMeeting(meetingOn: $meetingOn, wishes: $wishes) {
      __typename
      ... on MeetingCaught {
        wishes {
          id
        }
      }
      ...WhyNot
    }
  }
`, [whyNot]);
