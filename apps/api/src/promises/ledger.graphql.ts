import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType()
export class LedgerBreak {
  @Field(() => Int, { description: 'The entry it shows at; 0 where it is about all of them.' }) seq: number;
  @Field() kind: string;
  @Field(() => String, { nullable: true, description: 'Which column it was, where it can be known.' }) column: string | null;
  @Field({ description: 'What it means.' }) what: string;
  @Field({ description: 'What to do.' }) advice: string;
}

@ObjectType({ description: 'The ledger of the home, recomputed from its first entry.' })
export class LedgerCheck {
  @Field() ok: boolean;
  @Field(() => Int) entries: number;
  @Field(() => Int, { description: 'Entries whose words were lawfully erased.' }) erased: number;
  @Field(() => Int) headSeq: number;
  @Field(() => String, { nullable: true, description: 'The hash of the last entry: noted elsewhere, it shows a later rewrite.' }) headHash: string | null;
  @Field(() => Int, { description: 'Places of the ledger that left the house in what families were sent; each was compared.' }) notedHere: number;
  @Field(() => IdScalar, { description: 'The home, for whoever checks a place from outside.' }) homeId: string;
  @Field(() => [LedgerBreak]) breaks: LedgerBreak[];
}

@ObjectType({ description: 'Words that can be erased from the ledger, where the law says so.' })
export class ErasableWords {
  @Field(() => Int) seq: number;
  @Field(() => IdScalar) promiseId: string;
  @Field(() => WordsScalar) promise: string;
  @Field() at: Date;
  @Field() who: string;
  @Field(() => WordsScalar) words: string;
}

@ObjectType('LedgerErasure', { description: 'Words that were erased from the ledger, and why; never what they were.' })
export class LedgerErasureType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() recordedAt: Date;
  @Field() recordedByName: string;
  @Field() ground: string;
  @Field(() => WordsScalar) askedBy: string;
  @Field(() => WordsScalar) askedWords: string;
}

@InputType()
export class EraseWordsInput {
  @Field(() => IdScalar, { description: 'Made by the device, so that sending twice erases once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => [Int], { nullable: true, description: 'The entries whose words go; everything of the person when left out.' }) seqs?: number[] | null;
  @Field({ description: "The ground in law: 'no longer needed', 'consent withdrawn', 'objection upheld', 'should not have been kept' or 'the law orders it'." }) ground: string;
  @Field(() => WordsScalar) askedBy: string;
  @Field(() => WordsScalar, { description: 'In which words they asked.' }) askedWords: string;
}

export const EraseWordsResult = orRefused('EraseWordsResult', LedgerErasureType);
