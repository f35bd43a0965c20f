import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { permissionsOf } from '@promenade/domain/access/roles';
import { HomeEntity } from './access.entities.ts';
import { Db } from '../db/db.ts';
import { Refused, refused } from '../graphql/refused.graphql.ts';
import { Access, Asks } from './access.decorator.ts';
import { DemoPersonType, MeType, SignInResult } from './access.graphql.ts';
import type { Actor } from './actor.ts';
import type { Asking } from './asking.ts';
import { COOKIE, tokenIn } from './cookie.ts';
import { SignInService } from './sign-in.service.ts';

const WORDS = {
  WRONG_NAME_OR_PASSWORD: () => 'That e-mail address and password do not fit together. Check both and try again.',
};

@Resolver()
export class AccessResolver {
  constructor(
    private readonly signIns: SignInService,
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
    asking.response.cookie(COOKIE, signedIn.token, { httpOnly: true, sameSite: 'strict', path: '/', secure: asking.request.secure });
    return this.meOf(signedIn.actor);
  }

  @Mutation(() => Boolean)
  @Access('public')
  async signOut(@Asks() asking: Asking): Promise<boolean> {
    const token = tokenIn(asking.request);
    if (token) await this.signIns.signOut(token);
    asking.response.clearCookie(COOKIE, { path: '/' });
    return true;
  }

  private async meOf(actor: Actor): Promise<MeType> {
    const home = await this.db.read(actor, (tx) => tx.em.findOneByOrFail(HomeEntity, { id: actor.homeId }));
    return { name: actor.name, role: actor.role, opens: actor.audience === 'supporter' ? 'family' : 'staff', home, mayDo: permissionsOf(actor.role) };
  }
}
