import { Module } from '@nestjs/common';
import { PromisesModule } from '../promises/promises.module.ts';
import { CanWeService } from './can-we.service.ts';
import { DraftsService } from './drafts.service.ts';
import { PlanningResolver } from './planning.resolver.ts';
import { ProgressController } from './progress.controller.ts';
import { PublishingService } from './publishing.service.ts';
import { SinceService } from './since.service.ts';
import { SolvingService } from './solving.service.ts';

@Module({
  imports: [PromisesModule],
  controllers: [ProgressController],
  providers: [DraftsService, SolvingService, PublishingService, CanWeService, SinceService, PlanningResolver],
  exports: [DraftsService, PublishingService, CanWeService, SinceService],
})
export class PlanningModule {}
