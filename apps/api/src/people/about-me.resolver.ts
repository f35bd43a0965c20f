import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MEDIA_WORDS, type MediaKind, mayKeepMedia } from '@promenade/domain/media/media';
import { sayWhose } from '@promenade/domain/people/about-me';
import { sayReason } from '@promenade/domain/shared/decision';
import { In } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';
import type { MediaEntity } from '../media/media.entities.ts';
import { MediaType } from '../media/media.graphql.ts';
import { consentsLoader, mediaLoader } from '../media/media.resolver.ts';
import { MediaService } from '../media/media.service.ts';
import { PortraitEntity } from './about-me.entities.ts';
import { AboutMeStatementType, AboutMeType, ChangeAboutMeResult, OnePageProfileType, SayAboutMeInput, SayAboutMeResult, SupportAboutMeInput } from './about-me.graphql.ts';
import { type Written, profileOf, recordOf, shownOf } from './about-me.reads.ts';
import { AboutMeService } from './about-me.service.ts';
import type { ResidentEntity } from './people.entities.ts';
import { ResidentType } from './people.graphql.ts';
import { residentLoader } from './people.resolver.ts';

type Page = ReturnType<typeof shownOf>;
type Profile = ReturnType<typeof profileOf>;

async function mustFind(asking: Asking, residentId: string): Promise<ResidentEntity> {
  const resident = await residentLoader(asking).load(residentId);
  if (!resident) throw new NotFound('This person');
  return resident;
}

const mediaOf = (asking: Asking, id: string | null) => (id === null ? null : mediaLoader(asking).load(id));

@Resolver(() => AboutMeType)
export class AboutMeResolver {
  constructor(
    private readonly db: Db,
    private readonly aboutMe: AboutMeService,
    private readonly media: MediaService,
  ) {}

  @Query(() => AboutMeType, { name: 'aboutMe' })
  @Access('people.read')
  async page(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<Page> {
    const resident = await mustFind(asking, residentId);
    return shownOf(resident, await recordOf(await asking.read(), resident));
  }

  @Mutation(() => SayAboutMeResult, { description: 'A new version; what stood before stays readable.' })
  @Access('people.write')
  sayAboutMe(@Asks() asking: Asking, @Args('input') input: SayAboutMeInput): Promise<Written | Refused> {
    return this.db.write(asking.actor, (tx) => this.aboutMe.say(tx, input));
  }

  @Mutation(() => SayAboutMeResult, { description: 'Agreed, or no longer, for the one-page profile.' })
  @Access('people.write')
  putOnProfile(@Asks() asking: Asking, @Args('statementId', { type: () => IdScalar }) statementId: string, @Args('onPoster') onPoster: boolean): Promise<Written | Refused> {
    return this.db.write(asking.actor, (tx) => this.aboutMe.setOnPoster(tx, statementId, onPoster));
  }

  @Mutation(() => ChangeAboutMeResult)
  @Access('people.write')
  takeAwayAboutMe(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string, @Args('heading', { type: () => WordsScalar }) heading: string): Promise<Page | Refused> {
    return this.changed(asking, residentId, this.db.write(asking.actor, (tx) => this.aboutMe.takeAway(tx, residentId, heading)));
  }

  @Mutation(() => ChangeAboutMeResult, { description: 'Who helped the person to write it.' })
  @Access('people.write')
  supportAboutMe(@Asks() asking: Asking, @Args('input') input: SupportAboutMeInput): Promise<Page | Refused> {
    return this.changed(asking, input.residentId, this.db.write(asking.actor, (tx) => this.aboutMe.support(tx, input)));
  }

  @Mutation(() => ChangeAboutMeResult)
  @Access('people.write')
  choosePortrait(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string, @Args('mediaId', { type: () => IdScalar, nullable: true }) mediaId: string | null): Promise<Page | Refused> {
    return this.changed(asking, residentId, this.db.write(asking.actor, (tx) => this.aboutMe.choosePortrait(tx, residentId, mediaId)));
  }

  /** The page as it is once the change is there. */
  private async changed(asking: Asking, residentId: string, change: Promise<ResidentEntity | Refused>): Promise<Page | Refused> {
    const done = await change;
    return done instanceof Refused ? done : this.page(asking, residentId);
  }

  @ResolveField(() => MediaType, { nullable: true })
  portrait(@Parent() page: Page, @Asks() asking: Asking): Promise<MediaEntity | null> | null {
    return mediaOf(asking, page.portraitId);
  }

  @ResolveField(() => String, { nullable: true })
  noPhotos(@Parent() page: Page, @Asks() asking: Asking): Promise<string | null> {
    return this.whyNot(asking, page.residentId, 'photo');
  }

  @ResolveField(() => String, { nullable: true })
  noRecordings(@Parent() page: Page, @Asks() asking: Asking): Promise<string | null> {
    return this.whyNot(asking, page.residentId, 'recording');
  }

  @ResolveField(() => String, { nullable: true })
  async photoCondition(@Parent() page: Page, @Asks() asking: Asking): Promise<string | null> {
    const resident = await residentLoader(asking).load(page.residentId);
    return resident?.photoConsent === 'conditional' ? resident.photoConsentWords : null;
  }

  private async whyNot(asking: Asking, residentId: string, kind: MediaKind): Promise<string | null> {
    const consents = await consentsLoader(asking, this.media).load(residentId);
    const decision = consents && mayKeepMedia(kind, consents);
    return decision?.allowed === false ? decision.reasons.map((reason) => sayReason(MEDIA_WORDS, reason)).join(' ') : null;
  }
}

@Resolver(() => AboutMeStatementType)
export class AboutMeStatementResolver {
  @ResolveField(() => MediaType, { nullable: true })
  media(@Parent() row: Written, @Asks() asking: Asking): Promise<MediaEntity | null> | null {
    return mediaOf(asking, row.mediaId);
  }

  @ResolveField(() => String, { description: '“Bob’s own words, told to Ada Bell”.' })
  whoseWords(@Parent() row: Written): string {
    return sayWhose(row.personName, row);
  }
}

@Resolver(() => OnePageProfileType)
export class OnePageProfileResolver {
  @Query(() => OnePageProfileType)
  @Access('people.read')
  async onePageProfile(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<Profile> {
    const resident = await mustFind(asking, residentId);
    const tx = await asking.read();
    return profileOf(tx, resident, await recordOf(tx, resident));
  }

  @ResolveField(() => MediaType, { nullable: true })
  portrait(@Parent() page: Profile, @Asks() asking: Asking): Promise<MediaEntity | null> | null {
    return mediaOf(asking, page.portraitId);
  }
}

/** The photo a resident goes by, wherever they are shown. */
@Resolver(() => ResidentType)
export class PortraitResolver {
  @ResolveField(() => MediaType, { nullable: true, description: 'The photo they go by; look at `notShown` before showing it.' })
  async portrait(@Parent() resident: ResidentEntity, @Asks() asking: Asking): Promise<MediaEntity | null> {
    const latest = await asking.loader<PortraitEntity>('portraits', (tx, ids) => tx.em.createQueryBuilder(PortraitEntity, 'p').distinctOn(['p.residentId'])
      .where({ homeId: tx.actor.homeId, residentId: In([...ids]) }).orderBy('p.residentId').addOrderBy('p.recordedAt', 'DESC').addOrderBy('p.id', 'DESC').getMany(), (row) => row.residentId).load(resident.id);
    return mediaOf(asking, latest?.mediaId ?? null);
  }
}
