import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { ClaimsService } from './claims.service.ts';
import { LedgerCheckController } from './ledger-check.controller.ts';
import { LedgerErasureService } from './ledger-erasure.service.ts';
import { LedgerResolver } from './ledger.resolver.ts';
import { LedgerService } from './ledger.service.ts';
import { ManagerService } from './manager.service.ts';
import { PromiseClock } from './promise-clock.ts';
import { PromisesResolver } from './promises.resolver.ts';
import { PromisesService } from './promises.service.ts';
import { ClaimsResolver, ManagerResolver, StandingResolver } from './standing.resolver.ts';
import { StandingService } from './standing.service.ts';
import { WishesResolver } from './wishes.resolver.ts';
import { WishesService } from './wishes.service.ts';

const SERVICES = [LedgerService, PromisesService, WishesService, StandingService, ClaimsService];

@Module({
  imports: [PeopleModule],
  controllers: [LedgerCheckController],
  providers: [...SERVICES, LedgerErasureService, LedgerResolver, ManagerService, PromiseClock, PromisesResolver, WishesResolver, StandingResolver, ClaimsResolver, ManagerResolver],
  exports: SERVICES,
})
export class PromisesModule {}
