import { Module } from '@nestjs/common';
import { PromisesModule } from '../promises/promises.module.ts';
import { DayResolver } from './day.resolver.ts';
import { DayService } from './day.service.ts';

@Module({ imports: [PromisesModule], providers: [DayService, DayResolver], exports: [DayService] })
export class DayModule {}
