import { Module } from '@nestjs/common';
import { ArrivalsResolver } from './arrivals.resolver.ts';
import { ArrivalsService } from './arrivals.service.ts';
import { NotFreeResolver } from './not-free.resolver.ts';
import { NotFreeService } from './not-free.service.ts';
import { LifeFactTimeResolver, LifeFactVersionResolver, LifeStoryResolver, TopicToAvoidResolver } from './life-story.resolver.ts';
import { LifeStoryService } from './life-story.service.ts';
import { LifeFactResolver, PeopleResolver, RoutineResolver } from './people.resolver.ts';
import { OutcomesResolver } from './outcomes.resolver.ts';
import { OutcomesService } from './outcomes.service.ts';
import { PeopleService } from './people.service.ts';
import { PhaseResolver } from './phase.resolver.ts';
import { PreferencesResolver } from './preferences.resolver.ts';
import { PreferencesService } from './preferences.service.ts';
import { DistressResolver, RoutineDaysResolver } from './routines.resolver.ts';
import { RoutinesService } from './routines.service.ts';
import { SelfAssessmentResolver } from './self-assessment.resolver.ts';
import { SelfAssessmentService } from './self-assessment.service.ts';
import { SupportResolver } from './support.resolver.ts';

const LIFE = [LifeStoryResolver, LifeFactTimeResolver, LifeFactVersionResolver, TopicToAvoidResolver, PreferencesResolver, RoutineDaysResolver, DistressResolver, LifeStoryService, PreferencesService, RoutinesService];

@Module({ providers: [...LIFE, SupportResolver, PhaseResolver, OutcomesResolver, OutcomesService, PeopleResolver, LifeFactResolver, RoutineResolver, NotFreeResolver, ArrivalsResolver, SelfAssessmentResolver, PeopleService, NotFreeService, ArrivalsService, SelfAssessmentService], exports: [PreferencesService, PeopleService, OutcomesService] })
export class PeopleModule {}
