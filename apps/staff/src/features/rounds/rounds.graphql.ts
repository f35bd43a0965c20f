import type { ResultOf } from 'gql.tada';
import { graphql, whyNot } from '../../graphql.ts';

const roundParts = graphql('fragment RoundParts on Round { id roomId room beganAt whole ended recordedByName looks { id residentId name state at responses { id kind words recordedByName } } }');

export const roundsDocument = graphql(`
  query Rounds {
    rounds {
      rooms {
        id
        name
        lastAt
      }
      people {
        id
        name
        room
        lastRoomId
      }
      latest {
        ...RoundParts
      }
    }
  }
`, [roundParts]);

export const roundDocument = graphql(`
  query OneRound($id: Id!) {
    round(id: $id) {
      ...RoundParts
    }
  }
`, [roundParts]);

export const trendDocument = graphql(`
  query RoundTrend($weeks: Int!) {
    roundTrend(weeks: $weeks) {
      since
      partial
      whole { key looks rounds share low high words }
      weeks { key looks rounds share low high words }
      rooms { key looks rounds share low high words }
      partsOfDay { key looks rounds share low high words }
    }
    rounds {
      people {
        id
        name
      }
    }
  }
`);

export const ofPersonDocument = graphql(`
  query RoundsOfPerson($residentId: Id!, $weeks: Int!) {
    roundsOfPerson(residentId: $residentId, weeks: $weeks) {
      share { key looks rounds share low high words }
      states {
        state
        times
      }
    }
  }
`);

export const lookDocument = graphql(`
  mutation RecordLook($round: RoundInput!, $look: LookInput!) {
    recordLook(round: $round, look: $look) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const endDocument = graphql(`
  mutation EndRound($input: EndRoundInput!) {
    endRound(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const answerDocument = graphql(`
  mutation AnswerDistress($input: RoundResponseInput!) {
    answerDistress(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export type Rounds = ResultOf<typeof roundsDocument>['rounds'];
export type Round = ResultOf<typeof roundDocument>['round'];
export type Share = ResultOf<typeof trendDocument>['roundTrend']['whole'];
