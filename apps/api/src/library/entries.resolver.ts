import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { Invalid } from '../graphql/errors.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { ActivityNote, EntryDraft, EntryInput, EntryPage, EntryResult, EntrySaved, LibraryInput, LibraryShelf, NoteInput, NoteResult, StartUsingInput } from './entries.graphql.ts';
import { EntriesService } from './entries.service.ts';
import { ActivityDraftEntity } from './library.entities.ts';
import { validate as isUuid } from 'uuid';
import { SHIPPED_BY_KEY } from './shipped/all.ts';
import { entryPage, shelf } from './shelf.ts';

@Resolver()
export class EntriesResolver {
  constructor(
    private readonly db: Db,
    private readonly entries: EntriesService,
  ) {}

  @Query(() => LibraryShelf, { description: 'The library: what this home uses and what it could, found by words and filters, in order for a person when one is named.' })
  @Access('library.read')
  async library(@Asks() asking: Asking, @Args('input') input: LibraryInput): Promise<LibraryShelf> {
    return shelf(await asking.read(), input);
  }

  @Query(() => EntryPage, { description: 'One entry, by the activity’s id or the key of a shipped entry.' })
  @Access('library.read')
  async libraryEntry(@Asks() asking: Asking, @Args('ref', { type: () => WordsScalar }) ref: string): Promise<EntryPage> {
    if (!isUuid(ref) && !SHIPPED_BY_KEY.has(ref)) throw new Invalid('There is no such entry in the library.');
    return entryPage(await asking.read(), ref);
  }

  @Query(() => [EntryDraft], { description: 'What is still being written, newest first.' })
  @Access('library.read')
  async entryDrafts(@Asks() asking: Asking): Promise<EntryDraft[]> {
    const tx = await asking.read();
    const drafts = await tx.em.find(ActivityDraftEntity, { where: { homeId: tx.actor.homeId }, order: { savedAt: 'DESC' }, take: 100 });
    return drafts.map(({ id, activityId, content, savedByName, savedAt }) => ({ id, activityId, content: JSON.stringify(content), name: typeof content['name'] === 'string' ? content['name'] : '', savedByName, savedAt }));
  }

  @Mutation(() => EntryResult, { description: 'From now on the home plans with a shipped entry.' })
  @Access('library.offer')
  startUsing(@Asks() asking: Asking, @Args('input') input: StartUsingInput): Promise<EntrySaved | Refused> {
    return this.db.write(asking.actor, (tx) => this.entries.start(tx, input));
  }

  @Mutation(() => EntryResult, { description: 'Keeps a draft, writes an entry of the home’s own, or changes one: the version before stays readable.' })
  @Access('library.write')
  saveEntry(@Asks() asking: Asking, @Args('input') input: EntryInput): Promise<EntrySaved | Refused> {
    return this.db.write(asking.actor, (tx) => this.entries.save(tx, input));
  }

  @Mutation(() => Boolean)
  @Access('library.write')
  discardEntryDraft(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<boolean> {
    return this.db.write(asking.actor, (tx) => this.entries.discardDraft(tx, id));
  }

  @Mutation(() => EntrySaved, { description: 'Nobody plans with it any more; it stays readable.' })
  @Access('library.offer')
  retireEntry(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('why', { type: () => WordsScalar }) why: string): Promise<EntrySaved> {
    return this.db.write(asking.actor, (tx) => this.entries.retire(tx, id, why));
  }

  @Mutation(() => EntrySaved)
  @Access('library.offer')
  bringBackEntry(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<EntrySaved> {
    return this.db.write(asking.actor, (tx) => this.entries.bringBack(tx, id));
  }

  @Mutation(() => EntrySaved, { description: 'Takes the library’s words for one part that the home had made its own.' })
  @Access('library.write')
  takeLibraryWords(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('field', { type: () => WordsScalar }) field: string): Promise<EntrySaved> {
    return this.db.write(asking.actor, (tx) => this.entries.takeShipped(tx, id, field));
  }

  @Mutation(() => NoteResult, { description: 'What worked, or what to change next time.' })
  @Access('library.write')
  noteWhatWorked(@Asks() asking: Asking, @Args('input') input: NoteInput): Promise<ActivityNote | Refused> {
    return this.db.write(asking.actor, (tx) => this.entries.note(tx, input));
  }

  @Mutation(() => Boolean, { description: 'That a piece of kit is missing, or here again.' })
  @Access('library.write')
  sayKit(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('item', { type: () => WordsScalar }) item: string, @Args('missing') missing: boolean): Promise<boolean> {
    return this.db.write(asking.actor, (tx) => this.entries.sayKit(tx, id, item, missing));
  }
}
