import { graphql, whyNot } from '../../graphql.ts';

export const paperReadersDocument = graphql(`
  query PaperReaders {
    paperReaders {
      supporterId
      supporter
      relation
      residentId
      person
    }
  }
`);

export const familyPaperDocument = graphql(`
  query FamilyPaper($supporterId: Id!, $residentId: Id!) {
    familyPaper(supporterId: $supporterId, residentId: $residentId) {
      __typename
      ...WhyNot
      ... on FamilyPaper {
        supporter
        person
        home
        headline
        lead
        parts {
          title
          lines {
            what
            more
          }
        }
        notShared
        headWords
        checkAt
        printedWords
      }
    }
  }
`, [whyNot]);

export const outwardLinesDocument = graphql(`
  query OutwardLines {
    outwardLines {
      supporterId
      supporter
      residentId
      person
      calendar {
        id
        madeAt
        lastUsedAt
      }
      digest {
        id
        weekday
        atTime
        pausedUntil
        lastSentAt
        trouble
      }
    }
  }
`);

export const endCalendarLinkDocument = graphql(`
  mutation EndCalendarLink($id: Id!) {
    endCalendarLink(id: $id) {
      supporterId
    }
  }
`);

export const endDigestDocument = graphql(`
  mutation EndDigest($id: Id!) {
    endDigest(id: $id) {
      supporterId
    }
  }
`);
