import { graphql, whyNot } from '../../graphql.ts';

export const said = graphql(`
  fragment Said on AboutMeStatement {
    id
    heading
    text
    alt
    codedDisplay
    whose
    saidBy
    toldHow
    saidOn
    onPoster
    sensitive
    writtenAt
    recordedByName
    isTakenAway
    whoseWords
    media {
      id
      kind
      seconds
      width
      height
      notShown
    }
  }
`);

export const aboutMeDocument = graphql(`
  query AboutMe($residentId: Id!) {
    aboutMe(residentId: $residentId) {
      residentId
      name
      updatedAt
      supportedBy
      tookPart
      noPhotos
      noRecordings
      photoCondition
      portrait {
        id
        notShown
      }
      headings {
        heading
        name
        question
        prompts
        current {
          ...Said
        }
        older {
          ...Said
        }
      }
    }
  }
`, [said]);

export const sayDocument = graphql(`
  mutation SayAboutMe($input: SayAboutMeInput!) {
    answer: sayAboutMe(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const putOnProfileDocument = graphql(`
  mutation PutOnProfile($statementId: Id!, $onPoster: Boolean!) {
    answer: putOnProfile(statementId: $statementId, onPoster: $onPoster) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const takeAwayDocument = graphql(`
  mutation TakeAwayAboutMe($residentId: Id!, $heading: Words!) {
    answer: takeAwayAboutMe(residentId: $residentId, heading: $heading) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const supportDocument = graphql(`
  mutation SupportAboutMe($input: SupportAboutMeInput!) {
    answer: supportAboutMe(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const portraitDocument = graphql(`
  mutation ChoosePortrait($residentId: Id!, $mediaId: Id) {
    answer: choosePortrait(residentId: $residentId, mediaId: $mediaId) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const profileDocument = graphql(`
  query OnePageProfile($residentId: Id!) {
    onePageProfile(residentId: $residentId) {
      residentId
      name
      markWords
      code
      portrait {
        id
        notShown
      }
      lines {
        heading
        name
        words
        rank
      }
    }
  }
`);
