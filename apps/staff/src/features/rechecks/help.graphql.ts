import { graphql } from '../../graphql.ts';

export const helpDocument = graphql(`
  query HelpSearch {
    helpSearch {
      id
      state
      weeks
      tried
      additions
      lines
      already
      askedByName
      askedAt
    }
  }
`);

export const askHelpDocument = graphql(`
  mutation AskWhatWouldHelp {
    askWhatWouldHelp {
      id
      state
    }
  }
`);
