import { Module } from '@nestjs/common';
import { HandoverResolver } from './handover.resolver.ts';
import { HandoverService } from './handover.service.ts';

@Module({ providers: [HandoverService, HandoverResolver], exports: [HandoverService] })
export class HandoverModule {}
