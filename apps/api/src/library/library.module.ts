import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { InterestResolver, RoutineActivityResolver } from './belonging.resolver.ts';
import { BelongingService } from './belonging.service.ts';
import { EntriesResolver } from './entries.resolver.ts';
import { EntriesService } from './entries.service.ts';
import { ImprovementsService } from './improvements.service.ts';
import { LibraryResolver } from './library.resolver.ts';

@Module({ imports: [PeopleModule], providers: [LibraryResolver, EntriesResolver, RoutineActivityResolver, InterestResolver, BelongingService, EntriesService, ImprovementsService], exports: [EntriesService] })
export class LibraryModule {}
