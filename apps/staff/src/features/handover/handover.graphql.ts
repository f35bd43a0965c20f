import type { ResultOf } from 'gql.tada';
import { graphql, whyNot } from '../../graphql.ts';

const handoverParts = graphql('fragment HandoverParts on Handover { id from until keptByName readByMe readings { id name at } lines { part kind residentId who words more href at by } }');

export const handoversDocument = graphql(`
  query Handovers {
    handovers {
      shiftEndsAt
      current {
        ...HandoverParts
      }
      since {
        ...HandoverParts
      }
      mine {
        id
        residentId
        name
        words
        urgent
        sensitive
      }
      past {
        id
        from
        until
        keptByName
        readBy
      }
    }
    residents {
      id
      preferredName
      familyName
      status
    }
  }
`, [handoverParts]);

export const handoverDocument = graphql(`
  query OneHandover($id: Id!) {
    handover(id: $id) {
      ...HandoverParts
    }
  }
`, [handoverParts]);

export const readDocument = graphql(`
  mutation ReadHandover($input: ReadHandoverInput!) {
    readHandover(input: $input) {
      id
    }
  }
`);

export const giveDocument = graphql(`
  mutation GiveHandover($id: Id!) {
    giveHandover(id: $id) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const noteDocument = graphql(`
  mutation AddHandoverNote($input: HandoverNoteInput!) {
    addHandoverNote(input: $input) {
      __typename
      ... on HandoverNoteKept {
        hushed
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export type Handovers = ResultOf<typeof handoversDocument>['handovers'];
export type Handover = ResultOf<typeof handoverDocument>['handover'];
export type OwnNote = Handovers['mine'][number];
