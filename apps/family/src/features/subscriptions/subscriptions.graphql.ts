import { graphql, whyNot } from '../../graphql.ts';

export const subscribed = graphql(`
  fragment Subscribed on Subscriptions {
    canMail
    mailsTo
    home
    people {
      personId
      person
      hasCalendar
      hasDigest
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
        nextAt
        lastSentAt
        trouble
      }
    }
  }
`);

export const subscriptionsDocument = graphql(`
  query Subscriptions {
    subscriptions {
      ...Subscribed
    }
  }
`, [subscribed]);

export const previewDocument = graphql(`
  query DigestPreview($residentId: Id!) {
    digestPreview(residentId: $residentId) {
      subject
      text
    }
  }
`);

export const makeLinkDocument = graphql(`
  mutation MakeCalendarLink($residentId: Id!) {
    makeCalendarLink(residentId: $residentId) {
      path
    }
  }
`);

export const stopLinkDocument = graphql(`
  mutation StopCalendarLink($residentId: Id!) {
    stopCalendarLink(residentId: $residentId) {
      canMail
    }
  }
`);

export const startDigestDocument = graphql(`
  mutation StartDigest($residentId: Id!, $weekday: Int!, $atTime: Clock!) {
    answer: startDigest(residentId: $residentId, weekday: $weekday, atTime: $atTime) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const pauseDigestDocument = graphql(`
  mutation PauseDigest($residentId: Id!, $until: Day) {
    answer: pauseDigest(residentId: $residentId, until: $until) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

export const stopDigestDocument = graphql(`
  mutation StopDigest($residentId: Id!) {
    stopDigest(residentId: $residentId) {
      canMail
    }
  }
`);
