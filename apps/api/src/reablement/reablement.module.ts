import { Module } from '@nestjs/common';
import { ReablementResolver } from './reablement.resolver.ts';
import { ReablementService } from './reablement.service.ts';

@Module({ providers: [ReablementService, ReablementResolver], exports: [ReablementService] })
export class ReablementModule {}
