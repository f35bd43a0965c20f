import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { ReablementResolver } from './reablement.resolver.ts';
import { ReablementService } from './reablement.service.ts';
import { TasksResolver } from './tasks.resolver.ts';
import { BeliefsService } from './beliefs.service.ts';
import { FamilyGoalsService } from './scales-family.service.ts';
import { ScalesResolver } from './scales.resolver.ts';
import { ScalesService } from './scales.service.ts';

@Module({ imports: [PeopleModule], providers: [ScalesService, BeliefsService, FamilyGoalsService, ScalesResolver, ReablementService, ReablementResolver, TasksResolver], exports: [ScalesService, BeliefsService, ReablementService] })
export class ReablementModule {}
