import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { CommitImportResult, CorrectImportResult, ImportAnswerInput, ImportColumnInput, ImportRunType, PastImportType, ReadImportInput, ReadImportResult } from './import.graphql.ts';
import { ImportService } from './import.service.ts';

@Resolver()
export class ImportResolver {
  constructor(
    private readonly db: Db,
    private readonly imports: ImportService,
  ) {}

  @Query(() => [PastImportType], { description: 'The last files that were read or imported, newest first.' })
  @Access('import')
  async pastImports(@Asks() asking: Asking): Promise<PastImportType[]> {
    return this.imports.past(await asking.read());
  }

  @Query(() => ImportRunType, { description: 'A file that was read, understood against what is here now.' })
  @Access('import')
  async importRun(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<ImportRunType> {
    return this.imports.runShown(await asking.read(), id);
  }

  @Mutation(() => ReadImportResult, { description: 'Reads a file and says what it was understood to be; nothing of it is saved.' })
  @Access('import')
  readImport(@Asks() asking: Asking, @Args('input') input: ReadImportInput): Promise<ImportRunType | Refused> {
    return this.db.write(asking.actor, (tx) => this.imports.read(tx, input));
  }

  @Mutation(() => CorrectImportResult, { description: 'Answers questions and points columns at fields; the file is read again.' })
  @Access('import')
  correctImport(
    @Asks() asking: Asking,
    @Args('runId', { type: () => IdScalar }) runId: string,
    @Args('answers', { type: () => [ImportAnswerInput], defaultValue: [] }) answers: ImportAnswerInput[],
    @Args('columns', { type: () => [ImportColumnInput], defaultValue: [] }) columns: ImportColumnInput[],
  ): Promise<ImportRunType | Refused> {
    return this.db.write(asking.actor, (tx) => this.imports.correct(tx, runId, answers, columns));
  }

  @Mutation(() => CommitImportResult, { description: 'Imports all that can be taken, or nothing. Once done, asking again changes nothing.' })
  @Access('import')
  commitImport(@Asks() asking: Asking, @Args('runId', { type: () => IdScalar }) runId: string): Promise<ImportRunType | Refused> {
    return this.db.write(asking.actor, (tx) => this.imports.commit(tx, runId));
  }
}
