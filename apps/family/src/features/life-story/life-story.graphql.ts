import { graphql, whyNot } from '../../graphql.ts';

export const lifeStoryDocument = graphql(`
  query FamilyLifeStory($residentId: Id!) {
    familyLifeStory(residentId: $residentId) {
      personId
      person
      takesPhotos
      notShared
      facts {
        id
        words
        whenWords
        howKnown
      }
      told {
        id
        words
        whenWords
        toldAt
        photoId
        takenBack
        keptBy
        earlier {
          words
          at
        }
      }
    }
  }
`);

export const tellDocument = graphql(`
  mutation TellMemory($input: TellMemoryInput!) {
    answer: tellMemory(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const takeBackDocument = graphql(`
  mutation TakeBackMemory($input: TakeBackMemoryInput!) {
    answer: takeBackMemory(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);
