import { graphql, whyNot } from '../graphql.ts';

/** What whoever is about to help with a task needs of it. */
export const taskNow = graphql(`
  fragment TaskNow on LadderTask {
    id
    residentId
    residentName
    name
    today
    before
    hint
    asksBelow
    aid
    aids
  }
`);

export const assistDocument = graphql(`
  mutation RecordAssistance($input: AssistanceInput!) {
    recordAssistance(input: $input) {
      __typename
      ... on AssistanceRecorded {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const whyMoreDocument = graphql(`
  mutation SayWhyMoreHelp($input: MoreHelpReasonInput!) {
    sayWhyMoreHelp(input: $input) {
      __typename
      ... on LadderTap {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);
