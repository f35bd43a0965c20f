import { Module } from '@nestjs/common';
import { DayModule } from '../day/day.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { PromisesModule } from '../promises/promises.module.ts';
import { ChoicesResolver } from './choices.resolver.ts';
import { ChoicesService } from './choices.service.ts';
import { LeadsService } from './leads.service.ts';
import { ReadingsService } from './readings.service.ts';

@Module({ imports: [PeopleModule, PromisesModule, DayModule], providers: [ChoicesResolver, ChoicesService, LeadsService, ReadingsService], exports: [ChoicesService, ReadingsService] })
export class ChoicesModule {}
