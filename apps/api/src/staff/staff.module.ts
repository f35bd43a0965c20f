import { Module } from '@nestjs/common';
import { NamedWorkerResolver, StaffResolver } from './staff.resolver.ts';

@Module({ providers: [StaffResolver, NamedWorkerResolver] })
export class StaffModule {}
