/** A person's week on paper, for one of theirs who has no e-mail. */
import { Args, Query, Resolver } from '@nestjs/graphql';
import { sayHead } from '@promenade/domain/outward/letter';
import type { Words } from '@promenade/domain/shared/decision';
import { sayWhen } from '@promenade/domain/shared/time';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { asSupporter } from './as-supporter.ts';
import { DigestComposingService } from './digest-composing.service.ts';
import { Mailer } from './mailer.ts';
import { FamilyPaperResult, FamilyPaperType, PaperReaderType } from './outward.graphql.ts';

const PAPER_WORDS: Words<'NOTHING_SHARED'> = { NOTHING_SHARED: (supporter) => `Nothing is shared with ${supporter} at the moment, so there is nothing to print.` };

@Resolver()
export class PapersResolver {
  constructor(
    private readonly db: Db,
    private readonly composing: DigestComposingService,
    private readonly mailer: Mailer,
  ) {}

  @Query(() => [PaperReaderType], { description: 'Everyone in a circle, by the person they belong to.' })
  @Access('outward.print')
  async paperReaders(@Asks() asking: Asking): Promise<PaperReaderType[]> {
    const tx = await asking.read();
    return tx.em.query<PaperReaderType[]>(
      `SELECT s.id AS "supporterId", s.name AS supporter, m.relation, r.id AS "residentId", r.preferred_name AS person
       FROM circle_member m JOIN supporter s ON s.home_id = m.home_id AND s.id = m.supporter_id JOIN resident r ON r.home_id = m.home_id AND r.id = m.resident_id
       WHERE m.home_id = $1 ORDER BY r.preferred_name, r.id, s.name, s.id`, [tx.actor.homeId]);
  }

  /** Read with the supporter's own eyes: staff see on it what the supporter may see, and no more. */
  @Query(() => FamilyPaperResult)
  @Access('outward.print')
  async familyPaper(@Asks() asking: Asking, @Args('supporterId', { type: () => IdScalar }) supporterId: string, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<FamilyPaperType | Refused> {
    const { homeId, name } = asking.actor;
    const supporter = await this.db.asSystem('a week is printed for a supporter', homeId, (tx) => asSupporter(tx, homeId, supporterId));
    if (!supporter) throw new NotFound('This supporter');
    return this.db.read(supporter.actor, async (tx) => {
      const { home, person, digest, head } = await this.composing.compose(tx, residentId);
      if (!digest) return refused(PAPER_WORDS, [{ code: 'NOTHING_SHARED', about: supporter.actor.name }]);
      const { headline, lead, parts, notShared } = digest;
      const address = this.mailer.settings?.address ?? null;
      return {
        supporter: supporter.actor.name, person, home, headline, lead, parts, notShared, headWords: head && sayHead(head, home), checkAt: head && address && `${address}/check`,
        printedWords: `${sayWhen(tx.actor.zone, tx.now)} by ${name}`,
      };
    });
  }
}
