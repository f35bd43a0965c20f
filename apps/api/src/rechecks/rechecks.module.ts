import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module.ts';
import { PromisesModule } from '../promises/promises.module.ts';
import { GoNowResolver } from './go-now.resolver.ts';
import { GoNowService } from './go-now.service.ts';
import { HelpResolver } from './help.resolver.ts';
import { HelpService } from './help.service.ts';
import { PromiseRisksResolver } from './promises-risks.resolver.ts';
import { PromiseRisksService } from './promises-risks.service.ts';
import { RechecksResolver } from './rechecks.resolver.ts';
import { RechecksService } from './rechecks.service.ts';
import { RepairsService } from './repairs.service.ts';
import { StatusResolver } from './status.resolver.ts';
import { StatusService } from './status.service.ts';

@Module({ imports: [PlanningModule, PromisesModule], providers: [StatusService, StatusResolver, RechecksService, PromiseRisksService, PromiseRisksResolver, RepairsService, GoNowService, HelpService, RechecksResolver, GoNowResolver, HelpResolver] })
export class RechecksModule {}
