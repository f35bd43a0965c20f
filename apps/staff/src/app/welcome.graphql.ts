import { graphql, whyNot } from '../graphql.ts';

export const invitationDocument = graphql(`
  query Invitation($code: String!) {
    invitation(code: $code) {
      name
      homeName
      email
      opens
    }
  }
`);

export const acceptInvitationDocument = graphql(`
  mutation AcceptInvitation($code: String!, $password: String!) {
    acceptInvitation(code: $code, password: $password) {
      __typename
      ... on Me {
        opens
      }
      ...WhyNot
    }
  }
`, [whyNot]);
