import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('ImportNote')
export class ImportNoteType {
  @Field() field: string;
  @Field({ description: "'info', 'check' or 'refused'." }) level: string;
  @Field() message: string;
}

@ObjectType('ImportRow', { description: 'One line of the file: who it is about, what will come of it, and what to look at.' })
export class ImportRowType {
  @Field(() => Int, { description: 'Counted from 1, as a spreadsheet does.' }) line: number;
  @Field({ description: "'good', 'check' or 'refused'." }) verdict: string;
  @Field({ description: "'add', 'update', 'same', 'waits' or 'leave out'." }) effect: string;
  @Field() title: string;
  @Field() summary: string;
  @Field(() => [ImportNoteType]) notes: ImportNoteType[];
}

@ObjectType('ImportOption')
export class ImportOptionType {
  @Field() value: string;
  @Field() label: string;
}

@ObjectType('ImportQuestion', { description: 'Something only a person can answer. The answer is remembered for the next file.' })
export class ImportQuestionType {
  @Field() id: string;
  @Field() kind: string;
  @Field() words: string;
  @Field(() => [ImportOptionType]) options: ImportOptionType[];
  @Field(() => String, { nullable: true, description: "What may be typed instead: 'meaning' (07:30-14:30, leave…) or 'day'." }) free: string | null;
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => [Int]) lines: number[];
  @Field({ description: 'Nothing is imported until it is answered.' }) blocks: boolean;
}

@ObjectType('ImportColumn')
export class ImportColumnType {
  @Field({ description: 'What to name it by when correcting.' }) key: string;
  @Field() header: string;
  @Field({ description: "The field it fills, or 'ignore'." }) target: string;
  @Field({ description: 'We chose the field and nobody has confirmed it.' }) guessed: boolean;
  @Field({ description: 'The first thing that stands in it.' }) sample: string;
}

@ObjectType('ImportSetAside', { description: 'A line that is no person and no shift: a title, a heading, a repeat.' })
export class ImportSetAsideType {
  @Field(() => Int) line: number;
  @Field() text: string;
  @Field() reason: string;
}

@ObjectType('ImportCounts')
export class ImportCountsType {
  @Field(() => Int) good: number;
  @Field(() => Int) check: number;
  @Field(() => Int) refused: number;
  @Field(() => Int) setAside: number;
  @Field(() => Int) questionsOpen: number;
  @Field(() => Int, { description: 'Open questions that stand in the way.' }) questionsBlocking: number;
}

@ObjectType('ImportRun', { description: 'A file the home handed over, as it was understood. Nothing is saved until it is imported.' })
export class ImportRunType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'residents', 'rota-matrix' or 'rota-shifts'." }) kind: string;
  @Field() kindWords: string;
  @Field() fileName: string;
  @Field({ description: "'read' or 'imported'." }) status: string;
  @Field() startedAt: Date;
  @Field(() => Date, { nullable: true }) importedAt: Date | null;
  @Field(() => [String], { description: 'What will be done, in sentences; once imported, what was done.' }) lines: string[];
  @Field({ description: "What the button says: 'Import 9 people'." }) button: string;
  @Field(() => [String], { description: 'What stands in the way of importing, in sentences; empty when it can be imported.' }) inTheWay: string[];
  @Field(() => ImportCountsType) counts: ImportCountsType;
  @Field(() => [ImportRowType]) rows: ImportRowType[];
  @Field(() => [ImportSetAsideType]) setAside: ImportSetAsideType[];
  @Field(() => [ImportQuestionType]) questions: ImportQuestionType[];
  @Field(() => [ImportColumnType]) columns: ImportColumnType[];
  @Field(() => [ImportOptionType], { description: 'The fields a column may fill.' }) targets: ImportOptionType[];
  @Field(() => [ImportNoteType], { description: 'About the file as a whole.' }) notes: ImportNoteType[];
}

@ObjectType('PastImport')
export class PastImportType {
  @Field(() => IdScalar) id: string;
  @Field() kindWords: string;
  @Field() fileName: string;
  @Field() status: string;
  @Field() startedAt: Date;
  @Field(() => Date, { nullable: true }) importedAt: Date | null;
  @Field(() => [String]) lines: string[];
}

@InputType()
export class ReadImportInput {
  @Field(() => WordsScalar) fileName: string;
  @Field({ description: 'The bytes of the file, base64; at most 5 MB of file.' }) contentBase64: string;
  @Field(() => String, { nullable: true, description: "Leave it out to have it guessed." }) kind?: string | null;
}

@InputType()
export class ImportAnswerInput {
  @Field(() => WordsScalar) questionId: string;
  @Field(() => WordsScalar, { description: 'One of the options, or what was typed; empty takes the answer back.' }) value: string;
}

@InputType()
export class ImportColumnInput {
  @Field(() => WordsScalar) column: string;
  @Field(() => WordsScalar) target: string;
}

export const ReadImportResult = orRefused('ReadImportResult', ImportRunType);
export const CorrectImportResult = orRefused('CorrectImportResult', ImportRunType);
export const CommitImportResult = orRefused('CommitImportResult', ImportRunType);
