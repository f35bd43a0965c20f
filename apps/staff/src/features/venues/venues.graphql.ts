import { graphql, whyNot } from '../../graphql.ts';

export const placesDocument = graphql(`
  query Places($filter: PlacesFilterInput!) {
    places(filter: $filter) {
      places {
        venue {
          id
          name
          category
          price
          driveMinutes
          walkMinutes
          travelIsEstimate
        }
        way
        good
        bad
        unknown
        treated
        isFlagged
        open {
          words
          isOpen
          isKnown
        }
      }
      total
      hasMore
      limit
      attribution
    }
    homePlace {
      lat
      lon
      nation
      by
      at
    }
    flaggedVisits {
      venueId
      venueName
      visit {
        id
        visitedOn
        words
        by
      }
    }
  }
`);

export const venueDocument = graphql(`
  query Venue($id: Id!) {
    venue(id: $id) {
      id
      name
      category
      address
      phone
      website
      price
      lat
      lon
      way
      driveMinutes
      walkMinutes
      travelIsEstimate
      lastVisited
      treated
      attribution
      facts {
        fact
        label
        ask
        answer
        answerWords
        words
        metres
        known
        knownWords
        at
        isStale
        older {
          answerWords
          words
          knownWords
          at
        }
        beside {
          answerWords
          words
          knownWords
          at
        }
      }
      opening {
        from
        osm
        weekly {
          days
          from
          to
        }
        holidayRule
        holidayFrom
        holidayTo
      }
      days {
        day
        words
        isOpen
        isKnown
        holiday
      }
      holidays {
        day
        words
        isOpen
        isKnown
        holiday
      }
      visits {
        id
        sessionId
        visitedOn
        how
        words
        by
        isOpen
        followUp
        followUpBy
      }
      activities {
        id
        name
        picture
      }
      outings {
        sessionId
        activityName
        day
        words
        happened
      }
      notes {
        what
        words
        knownWords
        at
      }
      sources {
        kind
        ref
        fileName
        by
        at
      }
    }
  }
`);

export const checkVenueDocument = graphql(`
  mutation CheckVenue($input: CheckVenueInput!) {
    checkVenue(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const recordVisitDocument = graphql(`
  mutation RecordVenueVisit($input: RecordVenueVisitInput!) {
    recordVenueVisit(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const followUpDocument = graphql(`
  mutation FollowUpVenueVisit($visitId: Id!, $words: Words!) {
    followUpVenueVisit(visitId: $visitId, words: $words) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const addVenueDocument = graphql(`
  mutation AddVenue($id: Id!, $input: VenueDetailsInput!) {
    addVenue(id: $id, input: $input) {
      __typename
      ... on Venue {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const changeVenueDocument = graphql(`
  mutation ChangeVenue($id: Id!, $input: VenueDetailsInput!) {
    changeVenue(id: $id, input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const sayHoursDocument = graphql(`
  mutation SayVenueHours($id: Id!, $input: VenueHoursInput!) {
    sayVenueHours(id: $id, input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const sayTravelDocument = graphql(`
  mutation SayVenueTravel($id: Id!, $driveMinutes: Int!, $walkMinutes: Int, $known: Words!) {
    sayVenueTravel(id: $id, driveMinutes: $driveMinutes, walkMinutes: $walkMinutes, known: $known) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const sayHomePlaceDocument = graphql(`
  mutation SayHomePlace($lat: Float!, $lon: Float!, $nation: Words!) {
    sayHomePlace(lat: $lat, lon: $lon, nation: $nation) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);
