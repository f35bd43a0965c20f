import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { TaperClock } from './taper-clock.ts';
import { TaperResolver } from './taper.resolver.ts';
import { TaperService } from './taper.service.ts';

@Module({ imports: [PeopleModule], providers: [TaperService, TaperClock, TaperResolver], exports: [TaperService, TaperClock] })
export class TaperModule {}
