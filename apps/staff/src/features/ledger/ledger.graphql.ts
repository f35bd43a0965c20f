import { graphql, whyNot } from '../../graphql.ts';

export const ledgerDocument = graphql(`
  query LedgerCheck {
    ledgerCheck {
      ok
      entries
      erased
      headSeq
      headHash
      notedHere
      homeId
      breaks {
        seq
        kind
        column
        what
        advice
      }
    }
  }
`);

export const erasuresDocument = graphql(`
  query LedgerErasures {
    ledgerErasures {
      id
      residentName
      recordedAt
      recordedByName
      ground
      askedBy
      askedWords
      seqs
    }
  }
`);

export const whoDocument = graphql(`
  query WhoseWords {
    residents {
      id
      preferredName
      familyName
    }
  }
`);

export const erasableDocument = graphql(`
  query ErasableWords($residentId: Id!) {
    erasableWords(residentId: $residentId) {
      seq
      promiseId
      promise
      at
      who
      words
    }
  }
`);

export const eraseDocument = graphql(`
  mutation EraseWords($input: EraseWordsInput!) {
    eraseWords(input: $input) {
      __typename
      ... on LedgerErasure {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);
