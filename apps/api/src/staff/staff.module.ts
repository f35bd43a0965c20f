import { Module } from '@nestjs/common';
import { NamedWorkerResolver, StaffResolver } from './staff.resolver.ts';
import { StaffService } from './staff.service.ts';

@Module({ providers: [StaffService, StaffResolver, NamedWorkerResolver] })
export class StaffModule {}
