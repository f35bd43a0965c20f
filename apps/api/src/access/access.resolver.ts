import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ACCEPT_WORDS, INVITE_WORDS } from '@promenade/domain/access/invitation';
import { appOf, permissionsOf } from '@promenade/domain/access/roles';
import { HomeEntity } from './access.entities.ts';
import { Db } from '../db/db.ts';
import { Refused, refused } from '../graphql/refused.graphql.ts';
import { Access, Asks } from './access.decorator.ts';
import {
  AcceptInvitationResult, DemoPersonType, InvitationLinkType, InvitationType, InviteStaffInput, InviteStaffResult, InviteSupporterInput, InviteSupporterResult, MeType, SignInResult,
  SignInStandingType,
} from './access.graphql.ts';
import type { Actor } from './actor.ts';
import type { Asking } from './asking.ts';
import { COOKIE, tokenIn } from './cookie.ts';
import { InvitationsService, type Wanted } from './invitations.service.ts';
import { SignInService } from './sign-in.service.ts';

const WORDS = {
  WRONG_NAME_OR_PASSWORD: () => 'That e-mail address and password do not fit together. Check both and try again.',
};

@Resolver()
export class AccessResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly invitations: InvitationsService,
    private readonly db: Db,
  ) {}

  @Query(() => MeType, { nullable: true })
  @Access('public')
  async me(@Asks() asking: Asking): Promise<MeType | null> {
    return asking.who ? this.meOf(asking.who) : null;
  }

  @Query(() => [DemoPersonType], { description: 'Who can be tried in the demo home; empty anywhere else.' })
  @Access('public')
  demoPeople(): Promise<DemoPersonType[]> {
    return this.signIns.demoPeople();
  }

  @Mutation(() => SignInResult)
  @Access('public')
  async signIn(@Asks() asking: Asking, @Args('email') email: string, @Args('password') password: string): Promise<MeType | Refused> {
    const signedIn = await this.signIns.signIn(email.slice(0, 320), password.slice(0, 1000));
    if (!signedIn) return refused(WORDS, [{ code: 'WRONG_NAME_OR_PASSWORD' }]);
    return this.welcome(asking, signedIn);
  }

  @Mutation(() => Boolean)
  @Access('public')
  async signOut(@Asks() asking: Asking): Promise<boolean> {
    const token = tokenIn(asking.request);
    if (token) await this.signIns.signOut(token);
    asking.response.clearCookie(COOKIE, { path: '/' });
    return true;
  }

  @Query(() => [SignInStandingType], { description: 'Everyone who works here or is in somebody’s circle, and whether they can sign in.' })
  @Access('access.invite')
  whoCanSignIn(@Asks() asking: Asking): Promise<SignInStandingType[]> {
    return this.invitations.standings(asking.actor.homeId);
  }

  @Mutation(() => InviteSupporterResult)
  @Access('access.invite')
  inviteSupporter(@Asks() asking: Asking, @Args('input') input: InviteSupporterInput): Promise<InvitationLinkType | Refused> {
    return this.invite(asking.actor, { kind: 'supporter', id: input.supporterId, role: 'supporter', email: input.email });
  }

  @Mutation(() => InviteStaffResult)
  @Access('access.invite')
  inviteStaff(@Asks() asking: Asking, @Args('input') input: InviteStaffInput): Promise<InvitationLinkType | Refused> {
    return this.invite(asking.actor, { kind: 'staff', id: input.staffId, role: input.role, email: input.email });
  }

  @Query(() => InvitationType, { nullable: true, description: 'Whom a link lets in; nothing for one that is wrong, used or run out.' })
  @Access('public')
  invitation(@Args('code') code: string): Promise<InvitationType | null> {
    return this.invitations.read(code);
  }

  @Mutation(() => AcceptInvitationResult, { description: 'Makes the sign-in with a password of one’s own, and signs in.' })
  @Access('public')
  async acceptInvitation(@Asks() asking: Asking, @Args('code') code: string, @Args('password') password: string): Promise<MeType | Refused> {
    const accepted = await this.invitations.accept(code, password);
    if ('reasons' in accepted) return refused(ACCEPT_WORDS, accepted.reasons);
    return this.welcome(asking, accepted);
  }

  private async invite(actor: Actor, wanted: Wanted): Promise<InvitationLinkType | Refused> {
    const made = await this.invitations.invite(actor.homeId, actor.accountId, wanted);
    return 'reasons' in made ? refused(INVITE_WORDS, made.reasons) : made;
  }

  /** Hands over the cookie; whoever was signed in on this device before is not any more. */
  private async welcome(asking: Asking, { token, actor }: { token: string; actor: Actor }): Promise<MeType> {
    const before = tokenIn(asking.request);
    if (before) await this.signIns.signOut(before);
    asking.response.cookie(COOKIE, token, { httpOnly: true, sameSite: 'strict', path: '/', secure: asking.request.secure });
    return this.meOf(actor);
  }

  private async meOf(actor: Actor): Promise<MeType> {
    const home = await this.db.read(actor, (tx) => tx.em.findOneByOrFail(HomeEntity, { id: actor.homeId }));
    return { id: actor.accountId, name: actor.name, role: actor.role, opens: appOf(actor.role), home, mayDo: permissionsOf(actor.role) };
  }
}
