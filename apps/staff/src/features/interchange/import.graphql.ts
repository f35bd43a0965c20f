import { graphql, whyNot } from '../../graphql.ts';

export const pastImportsDocument = graphql(`
  query PastImports {
    pastImports {
      id
      kindWords
      fileName
      status
      startedAt
      importedAt
      lines
    }
  }
`);

export const importRunDocument = graphql(`
  query ImportRun($id: Id!) {
    importRun(id: $id) {
      id
      kind
      kindWords
      fileName
      status
      lines
      button
      inTheWay
      counts {
        good
        check
        refused
        setAside
        questionsOpen
        questionsBlocking
      }
      rows {
        line
        verdict
        effect
        title
        summary
        notes {
          field
          level
          message
        }
      }
      setAside {
        line
        text
        reason
      }
      questions {
        id
        kind
        words
        options {
          value
          label
        }
        free
        answer
        lines
        blocks
      }
      columns {
        key
        header
        target
        guessed
        sample
      }
      targets {
        value
        label
      }
      notes {
        field
        level
        message
      }
    }
  }
`);

export const readImportDocument = graphql(`
  mutation ReadImport($input: ReadImportInput!) {
    readImport(input: $input) {
      __typename
      ... on ImportRun {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const correctImportDocument = graphql(`
  mutation CorrectImport($runId: Id!, $answers: [ImportAnswerInput!]!, $columns: [ImportColumnInput!]!) {
    correctImport(runId: $runId, answers: $answers, columns: $columns) {
      __typename
      ... on ImportRun {
        id
      }
      ...WhyNot
    }
  }
`, [whyNot]);

export const commitImportDocument = graphql(`
  mutation CommitImport($runId: Id!) {
    commitImport(runId: $runId) {
      __typename
      ... on ImportRun {
        id
        lines
      }
      ...WhyNot
    }
  }
`, [whyNot]);
