import { Module } from '@nestjs/common';
import { LifeFactResolver, PeopleResolver, RoutineResolver } from './people.resolver.ts';
import { PeopleService } from './people.service.ts';

@Module({ providers: [PeopleResolver, LifeFactResolver, RoutineResolver, PeopleService], exports: [PeopleService] })
export class PeopleModule {}
