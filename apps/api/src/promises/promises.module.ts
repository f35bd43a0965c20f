import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { LedgerService } from './ledger.service.ts';
import { PromisesResolver, WishesResolver } from './promises.resolver.ts';
import { PromisesService } from './promises.service.ts';
import { WishesService } from './wishes.service.ts';

@Module({ imports: [PeopleModule], providers: [LedgerService, PromisesService, WishesService, PromisesResolver, WishesResolver], exports: [LedgerService, PromisesService, WishesService] })
export class PromisesModule {}
