import { Module } from '@nestjs/common';
import { PromisesModule } from '../promises/promises.module.ts';
import { DayResolver } from './day.resolver.ts';
import { DayService } from './day.service.ts';
import { VenueUsesResolver } from './venue-uses.resolver.ts';

@Module({ imports: [PromisesModule], providers: [DayService, DayResolver, VenueUsesResolver], exports: [DayService] })
export class DayModule {}
