import type { ResultOf } from 'gql.tada';
import type { importRunDocument } from './import.graphql.ts';

export type Run = ResultOf<typeof importRunDocument>['importRun'];

/** Answers questions or points columns at fields; the server reads the file again. */
export type Correct = (what: { answers?: { questionId: string; value: string }[]; columns?: { column: string; target: string }[] }) => void;
