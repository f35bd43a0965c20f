import { graphql, whyNot } from '../../graphql.ts';

export const lifeStoryDocument = graphql(`
  query LifeStory($id: Id!) {
    resident(id: $id) {
      id
      preferredName
      legalName
      born
      lifeStory {
        id
        words
        whenWords
        theme
        toldBy
        toldHow
        howKnown
        sensitive
        recordedByName
        recordedAt
        time {
          said
          understood
          decade
        }
        versions {
          id
          words
          whenWords
          howKnown
          recordedByName
          recordedAt
          untilAt
        }
        uses {
          kind
          words
        }
      }
      topicsToAvoid {
        id
        words
        instead
        why
        howKnown
        recordedByName
        recordedAt
      }
      keptOut {
        activityId
        activityName
        because
      }
      outcomes {
        id
        words
      }
    }
  }
`);

export const activitiesDocument = graphql(`
  query ActivitiesForAMemory {
    activities {
      id
      name
      kind
    }
  }
`);

export const tellFactDocument = graphql(`
  mutation TellFact($input: AddLifeFactInput!) {
    addLifeFact(input: $input) {
      __typename
      ... on LifeFact {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const editFactDocument = graphql(`
  mutation EditFact($input: EditLifeFactInput!) {
    editLifeFact(input: $input) {
      __typename
      ... on LifeFact {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const likeDocument = graphql(`
  mutation LikeFromAMemory($input: SetInterestInput!) {
    setInterest(input: $input) {
      id
    }
  }
`);

export const wishDocument = graphql(`
  mutation WishFromAMemory($input: CatchWishInput!) {
    catchWish(input: $input) {
      __typename
      ... on Wish {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const forOutcomeDocument = graphql(`
  mutation MemoryForOutcome($input: FactForOutcomeInput!) {
    useFactForOutcome(input: $input) {
      id
    }
  }
`);

export const avoidDocument = graphql(`
  mutation AvoidTopic($input: AvoidTopicInput!) {
    avoidTopic(input: $input) {
      __typename
      ... on TopicToAvoid {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const endTopicDocument = graphql(`
  mutation EndTopic($id: Id!, $why: Words!) {
    endTopic(id: $id, why: $why) {
      __typename
      ... on TopicToAvoid {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);
