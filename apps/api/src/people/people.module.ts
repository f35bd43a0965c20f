import { Module } from '@nestjs/common';
import { NotFreeResolver } from './not-free.resolver.ts';
import { NotFreeService } from './not-free.service.ts';
import { LifeFactResolver, PeopleResolver, RoutineResolver } from './people.resolver.ts';
import { PeopleService } from './people.service.ts';

@Module({ providers: [PeopleResolver, LifeFactResolver, RoutineResolver, NotFreeResolver, PeopleService, NotFreeService], exports: [PeopleService] })
export class PeopleModule {}
