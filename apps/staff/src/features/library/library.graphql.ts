import { graphql, whyNot } from '../../graphql.ts';

const listed = graphql(`
  fragment Listed on LibraryEntry {
    ref
    activityId
    use
    own
    name
    kind
    picture
    setting
    minutes
    groupMin
    groupMax
    costPence
    why
    line
    takes
    drawbacks
    how
    went
    missingKit
  }
`);

export const shelfDocument = graphql(`
  query LibraryShelf($input: LibraryInput!) {
    library(input: $input) {
      total
      forPerson { id name style }
      entries { ...Listed }
    }
  }
`, [listed]);

export const peopleDocument = graphql(`query LibraryPeople { residents { id preferredName familyName status } }`);

export const draftsDocument = graphql(`query EntryDrafts { entryDrafts { id activityId name content savedByName savedAt } }`);

export const roomsAndVenuesDocument = graphql(`query RoomsAndVenues { rooms { id name } venues { id name } }`);

export const entryDocument = graphql(`
  query LibraryEntryPage($ref: Words!) {
    libraryEntry(ref: $ref) {
      entry { ...Listed }
      reach
      baseStaff
      maxPerWeek
      transport
      atBedside
      speaksTo
      seasons
      placeWords
      staffWords
      steps
      adapt { plansIt stepByStep joinsThroughSenses respondsToTouchAndSound }
      goodDay
      badDay
      watchFor
      respect
      skillsNeeded { skill staff }
      hours { days from to }
      roomIds
      venueId
      retiredOn
      kit { item missingSaidBy missingSince }
      wentByStyle { style words }
      mightLove { residentId name line drawbacks how }
      notes { id kind style words recordedByName recordedAt }
      versions { number kind why recordedByName recordedAt }
      offered { field lines }
      namedBy { routines promises sessions }
    }
    rooms { id name }
    venues { id name address phone }
  }
`, [listed]);

export const startDocument = graphql(`
  mutation StartUsing($input: StartUsingInput!) {
    answer: startUsing(input: $input) { __typename ... on EntrySaved { ref } ... on Refused { ...WhyNot } }
  }
`, [whyNot]);

export const saveDocument = graphql(`
  mutation SaveEntry($input: EntryInput!) {
    answer: saveEntry(input: $input) { __typename ... on EntrySaved { ref draft } ... on Refused { ...WhyNot } }
  }
`, [whyNot]);

export const discardDocument = graphql(`mutation DiscardEntryDraft($id: Id!) { discardEntryDraft(id: $id) }`);
export const retireDocument = graphql(`mutation RetireEntry($id: Id!, $why: Words!) { retireEntry(id: $id, why: $why) { ref } }`);
export const bringBackDocument = graphql(`mutation BringBackEntry($id: Id!) { bringBackEntry(id: $id) { ref } }`);
export const takeDocument = graphql(`mutation TakeLibraryWords($id: Id!, $field: Words!) { takeLibraryWords(id: $id, field: $field) { ref } }`);
export const kitDocument = graphql(`mutation SayKit($id: Id!, $item: Words!, $missing: Boolean!) { sayKit(id: $id, item: $item, missing: $missing) }`);

export const noteDocument = graphql(`
  mutation NoteWhatWorked($input: NoteInput!) {
    answer: noteWhatWorked(input: $input) { __typename ... on ActivityNote { id } ... on Refused { ...WhyNot } }
  }
`, [whyNot]);
