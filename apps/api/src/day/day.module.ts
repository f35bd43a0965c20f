import { Module } from '@nestjs/common';
import { PromisesModule } from '../promises/promises.module.ts';
import { ReablementModule } from '../reablement/reablement.module.ts';
import { DayResolver } from './day.resolver.ts';
import { DayService } from './day.service.ts';
import { QuietResolver } from './quiet.resolver.ts';
import { QuietService } from './quiet.service.ts';
import { SaidResolver } from './said.resolver.ts';
import { SaidService } from './said.service.ts';
import { VenueUsesResolver } from './venue-uses.resolver.ts';

@Module({ imports: [PromisesModule, ReablementModule], providers: [DayService, QuietService, SaidService, DayResolver, QuietResolver, SaidResolver, VenueUsesResolver], exports: [DayService, SaidService] })
export class DayModule {}
