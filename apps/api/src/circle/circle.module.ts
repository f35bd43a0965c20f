import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { CircleResolver } from './circle.resolver.ts';
import { CircleService } from './circle.service.ts';
import { DecisionsResolver } from './decisions.resolver.ts';
import { DecisionsService } from './decisions.service.ts';

@Module({ imports: [PeopleModule], providers: [CircleResolver, CircleService, DecisionsResolver, DecisionsService], exports: [CircleService, DecisionsService] })
export class CircleModule {}
