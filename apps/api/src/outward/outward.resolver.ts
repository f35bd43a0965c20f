import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { ClockScalar, DayScalar, IdScalar } from '../graphql/scalars.ts';
import { CalendarService } from './calendar.service.ts';
import { DigestPreviewType, MadeCalendarLinkType, OutwardLineType, PauseDigestResult, StartDigestResult, SubscriptionsType } from './outward.graphql.ts';
import { SubscriptionsService } from './subscriptions.service.ts';

const Id = { type: () => IdScalar };

@Resolver()
export class OutwardResolver {
  constructor(
    private readonly db: Db,
    private readonly calendars: CalendarService,
    private readonly subscribed: SubscriptionsService,
  ) {}

  @Query(() => SubscriptionsType, { description: 'A supporter’s own calendars and weekly e-mails.' })
  @Access('family.read')
  async subscriptions(@Asks() asking: Asking): Promise<SubscriptionsType> {
    return this.subscribed.subscriptions(await asking.read());
  }

  @Query(() => DigestPreviewType, { nullable: true, description: 'Null when nothing is shared that it could tell.' })
  @Access('family.read')
  async digestPreview(@Asks() asking: Asking, @Args('residentId', Id) residentId: string): Promise<DigestPreviewType | null> {
    return this.subscribed.preview(await asking.read(), residentId);
  }

  @Mutation(() => MadeCalendarLinkType, { description: 'A link that stood before for this person ends.' })
  @Access('family.write')
  makeCalendarLink(@Asks() asking: Asking, @Args('residentId', Id) residentId: string): Promise<MadeCalendarLinkType> {
    return this.db.write(asking.actor, async (tx) => ({ path: await this.calendars.make(tx, residentId), subscriptions: await this.subscribed.subscriptions(tx) }));
  }

  @Mutation(() => SubscriptionsType)
  @Access('family.write')
  stopCalendarLink(@Asks() asking: Asking, @Args('residentId', Id) residentId: string): Promise<SubscriptionsType> {
    return this.db.write(asking.actor, async (tx) => {
      await this.calendars.end(tx, residentId);
      return this.subscribed.subscriptions(tx);
    });
  }

  @Mutation(() => StartDigestResult)
  @Access('family.write')
  startDigest(@Asks() asking: Asking, @Args('residentId', Id) residentId: string, @Args('weekday', { type: () => Int }) weekday: number, @Args('atTime', { type: () => ClockScalar }) atTime: string): Promise<SubscriptionsType | Refused> {
    return this.db.write(asking.actor, (tx) => this.subscribed.start(tx, residentId, weekday, atTime));
  }

  @Mutation(() => PauseDigestResult)
  @Access('family.write')
  pauseDigest(@Asks() asking: Asking, @Args('residentId', Id) residentId: string, @Args('until', { type: () => DayScalar, nullable: true }) until: string | null): Promise<SubscriptionsType | Refused> {
    return this.db.write(asking.actor, (tx) => this.subscribed.pause(tx, residentId, until));
  }

  @Mutation(() => SubscriptionsType)
  @Access('family.write')
  stopDigest(@Asks() asking: Asking, @Args('residentId', Id) residentId: string): Promise<SubscriptionsType> {
    return this.db.write(asking.actor, async (tx) => {
      await this.subscribed.stop(tx, residentId);
      return this.subscribed.subscriptions(tx);
    });
  }

  @Query(() => [OutwardLineType], { description: 'What goes to supporters by itself.' })
  @Access('outward.manage')
  async outwardLines(@Asks() asking: Asking): Promise<OutwardLineType[]> {
    return this.subscribed.ofTheHome(await asking.read());
  }

  @Mutation(() => [OutwardLineType])
  @Access('outward.manage')
  endCalendarLink(@Asks() asking: Asking, @Args('id', Id) id: string): Promise<OutwardLineType[]> {
    return this.db.write(asking.actor, async (tx) => {
      await this.subscribed.endCalendar(tx, id);
      return this.subscribed.ofTheHome(tx);
    });
  }

  @Mutation(() => [OutwardLineType])
  @Access('outward.manage')
  endDigest(@Asks() asking: Asking, @Args('id', Id) id: string): Promise<OutwardLineType[]> {
    return this.db.write(asking.actor, async (tx) => {
      await this.subscribed.endDigest(tx, id);
      return this.subscribed.ofTheHome(tx);
    });
  }
}
