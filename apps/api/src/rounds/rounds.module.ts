import { Module } from '@nestjs/common';
import { RoundsResolver } from './rounds.resolver.ts';
import { RoundsService } from './rounds.service.ts';

@Module({ providers: [RoundsService, RoundsResolver], exports: [RoundsService] })
export class RoundsModule {}
