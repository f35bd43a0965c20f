import { graphql, whyNot } from '../../graphql.ts';

export const peopleDocument = graphql(`
  query People {
    residents {
      id
      preferredName
      portrait {
        id
        notShown
      }
      familyName
      legalName
      room
      status
      shortStay
      supportWords
      namedWorker {
        name
      }
      today {
        kind
        from
        to
        words
      }
      missing {
        code
        words
      }
      profileSteps {
        isDone
      }
    }
  }
`);

export const addResidentDocument = graphql(`
  mutation AddResident($input: AddResidentInput!) {
    addResident(input: $input) {
      __typename
      ... on Resident {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const personDocument = graphql(`
  query Person($id: Id!) {
    resident(id: $id) {
      id
      preferredName
      portrait {
        id
        notShown
      }
      familyName
      legalName
      room
      born
      movedIn
      status
      shortStay
      funding
      supportWords
      supportInStaff
      supportInResidents
      supportOutStaff
      supportOutResidents
      wheelchair
      mobility
      transfers
      communication
      riskOut
      riskDo
      photoConsent
      photoConsentWords
      pronouns
      languages
      funding
      nextOfKinWords
      namedWorker {
        id
        name
        jobTitle
      }
      today {
        kind
        from
        to
        words
        because
      }
      routines {
        id
        what
        daysWords
        fromTime
        toTime
        because
        whenMissed
        help
        needs
        protected
        activity {
          id
          name
          picture
        }
        lifeFact {
          words
          howKnown
        }
      }
      outcomes {
        id
        words
        why
        measure
        byDate
      }
      interests {
        id
        value
        because
        activity {
          id
          name
          picture
        }
      }
      lifeFacts {
        id
        words
        whenWords
        theme
        toldHow
        howKnown
        sensitive
        uses {
          kind
          words
        }
      }
      circle {
        supporterId
        name
        relation
        sees
      }
      authorities {
        id
        area
        kind
        words
        documentSeen
      }
      missing {
        code
        words
      }
      mattersMost
      pleaseNote
      topicsToAvoid {
        id
        words
        instead
      }
      profileSteps {
        code
        about
        asks
        why
        isDone
      }
    }
    circle(residentId: $id) {
      whoDecides {
        area
        words
      }
    }
    openWishes(residentId: $id) {
      id
      words
      raisedBy
      raisedAt
    }
  }
`);

export const choosingDocument = graphql(`
  query ToChooseFrom {
    activities {
      id
      name
      minutes
    }
    staffList {
      id
      name
      jobTitle
    }
  }
`);

export const addLifeFactDocument = graphql(`
  mutation AddLifeFact($input: AddLifeFactInput!) {
    addLifeFact(input: $input) {
      __typename
      ... on LifeFact {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const createRoutineDocument = graphql(`
  mutation CreateRoutine($input: CreateRoutineInput!) {
    createRoutine(input: $input) {
      __typename
      ... on Routine {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const endRoutineDocument = graphql(`
  mutation EndRoutine($id: Id!, $on: Day!) {
    endRoutine(id: $id, on: $on) {
      __typename
      ... on Routine {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const setInterestDocument = graphql(`
  mutation SetInterest($input: SetInterestInput!) {
    setInterest(input: $input) {
      id
    }
  }
`);

export const catchWishHereDocument = graphql(`
  mutation CatchWishOfPerson($input: CatchWishInput!) {
    catchWish(input: $input) {
      __typename
      ... on Wish {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const createOutcomeDocument = graphql(`
  mutation CreateOutcome($input: CreateOutcomeInput!) {
    createOutcome(input: $input) {
      __typename
      ... on Outcome {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const editSupportDocument = graphql(`
  mutation EditSupport($input: EditSupportInput!) {
    editSupport(input: $input) {
      __typename
      ... on Resident {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const editBasicsDocument = graphql(`
  mutation EditBasics($input: EditBasicsInput!) {
    editBasics(input: $input) {
      id
    }
  }
`);

export const sayImportantDocument = graphql(`
  mutation SayImportant($input: SayAboutMeInput!) {
    sayAboutMe(input: $input) {
      __typename
      ... on AboutMeStatement {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);
