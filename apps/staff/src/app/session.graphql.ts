import { graphql, whyNot } from '../graphql.ts';

export const meDocument = graphql(`
  query Me {
    me {
      id
      name
      role
      opens
      home {
        id
        name
        zone
      }
      mayDo
    }
  }
`);

export const demoPeopleDocument = graphql(`
  query DemoPeople {
    demoPeople {
      name
      email
      about
      opens
    }
  }
`);

export const signInDocument = graphql(`
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      __typename
      ... on Me {
        name
        opens
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const signOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);

/** How many published sessions no longer hold: for the navigation of those who plan. */
export const waitingDocument = graphql(`
  query Waiting {
    needsAnswer {
      count
    }
  }
`);
