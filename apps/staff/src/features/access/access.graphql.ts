import { graphql, whyNot } from '../../graphql.ts';

export const whoCanSignInDocument = graphql(`
  query WhoCanSignIn {
    whoCanSignIn {
      id
      name
      about
      opens
      email
      role
      hasSignIn
      invitedUntil
    }
  }
`);

export const inviteSupporterDocument = graphql(`
  mutation InviteSupporter($input: InviteSupporterInput!) {
    inviteSupporter(input: $input) {
      __typename
      ... on InvitationLink {
        path
        expiresAt
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const inviteStaffDocument = graphql(`
  mutation InviteStaff($input: InviteStaffInput!) {
    inviteStaff(input: $input) {
      __typename
      ... on InvitationLink {
        path
        expiresAt
      }
      ...WhyNot
    }
  }
`, [whyNot]);
