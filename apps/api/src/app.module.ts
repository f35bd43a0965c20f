import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.ts';
import { AccessModule } from './access/access.module.ts';
import { AccessResolver } from './access/access.resolver.ts';
import { Clock } from './db/clock.ts';
import { DbModule } from './db/db.module.ts';
import { graphqlModule } from './graphql/setup.ts';
import { PromisesModule } from './promises/promises.module.ts';

/** Every module of the house, lowest first, and the resolvers that make up the schema. */
const MODULES = [AccessModule, PromisesModule];
export const RESOLVERS = [AccessResolver];

export type AppOptions = {
  readonly appUrl: string;
  readonly clock?: Clock;
};

@Module({})
export class AppModule {
  static with({ appUrl, clock = new Clock() }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [DbModule.on(appUrl, clock), graphqlModule(), ...MODULES],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
    };
  }
}
