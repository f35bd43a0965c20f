import { graphql, whyNot } from '../../graphql.ts';

export const circleDocument = graphql(`
  query Circle($residentId: Id!) {
    circle(residentId: $residentId) {
      residentId
      name
      supporters {
        id
        name
        relation
        email
        phone
        decides
        sharing {
          kind
          name
          shows
          isShared
          since
          givenBy
          ifWithdrawn
        }
      }
      authorities {
        id
        area
        kind
        supporterId
        words
        documentSeen
        seenOn
        untilDate
      }
      whoDecides {
        area
        words
      }
      past
    }
  }
`);

export const giveDocument = graphql(`
  mutation GiveSharing($input: GiveSharingInput!) {
    answer: giveSharing(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const withdrawDocument = graphql(`
  mutation WithdrawSharing($input: WithdrawSharingInput!) {
    answer: withdrawSharing(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const addSupporterDocument = graphql(`
  mutation AddSupporter($input: AddSupporterInput!) {
    answer: addSupporter(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const recordAuthorityDocument = graphql(`
  mutation RecordAuthority($input: RecordAuthorityInput!) {
    answer: recordAuthority(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

/** Whose sign-ins there are: for the manager, who can invite the others. */
export const circleSignInsDocument = graphql(`
  query CircleSignIns {
    whoCanSignIn {
      id
      hasSignIn
    }
  }
`);
