import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { InterestResolver, RoutineActivityResolver } from './belonging.resolver.ts';
import { BelongingService } from './belonging.service.ts';
import { LibraryResolver } from './library.resolver.ts';

@Module({ imports: [PeopleModule], providers: [LibraryResolver, RoutineActivityResolver, InterestResolver, BelongingService] })
export class LibraryModule {}
