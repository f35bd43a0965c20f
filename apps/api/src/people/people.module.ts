import { Module } from '@nestjs/common';
import { ArrivalsResolver } from './arrivals.resolver.ts';
import { ArrivalsService } from './arrivals.service.ts';
import { NotFreeResolver } from './not-free.resolver.ts';
import { NotFreeService } from './not-free.service.ts';
import { LifeFactResolver, PeopleResolver, RoutineResolver } from './people.resolver.ts';
import { PeopleService } from './people.service.ts';
import { SelfAssessmentResolver } from './self-assessment.resolver.ts';
import { SelfAssessmentService } from './self-assessment.service.ts';

@Module({ providers: [PeopleResolver, LifeFactResolver, RoutineResolver, NotFreeResolver, ArrivalsResolver, SelfAssessmentResolver, PeopleService, NotFreeService, ArrivalsService, SelfAssessmentService], exports: [PeopleService] })
export class PeopleModule {}
