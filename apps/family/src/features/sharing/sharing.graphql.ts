import { graphql, whyNot } from '../../graphql.ts';

export const sharingDocument = graphql(`
  query FamilySharing($residentId: Id!) {
    familySharing(residentId: $residentId) {
      personId
      person
      mayDecide
      reasons
      me
      supporters {
        id
        name
        relation
        sharing {
          kind
          name
          shows
          isShared
          givenBy
          ifWithdrawn
        }
      }
    }
  }
`);

export const withdrawDocument = graphql(`
  mutation WithdrawAsRepresentative($residentId: Id!, $supporterId: Id!, $kind: Words!, $words: Words!) {
    answer: withdrawSharingAsRepresentative(residentId: $residentId, supporterId: $supporterId, kind: $kind, words: $words) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);
