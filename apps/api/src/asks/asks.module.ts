import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { PromisesModule } from '../promises/promises.module.ts';
import { AsksResolver } from './asks.resolver.ts';
import { AsksService } from './asks.service.ts';
import { ToldService } from './told.service.ts';
import { VisitsService } from './visits.service.ts';

@Module({ imports: [PeopleModule, PromisesModule], providers: [AsksResolver, AsksService, VisitsService, ToldService], exports: [AsksService, VisitsService, ToldService] })
export class AsksModule {}
