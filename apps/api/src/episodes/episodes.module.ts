import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { EpisodesResolver } from './episodes.resolver.ts';
import { EpisodesService } from './episodes.service.ts';
import { MeetingsService } from './meetings.service.ts';
import { SittingService } from './sitting.service.ts';

@Module({ imports: [PeopleModule], providers: [EpisodesResolver, EpisodesService, MeetingsService, SittingService], exports: [EpisodesService, MeetingsService, SittingService] })
export class EpisodesModule {}
