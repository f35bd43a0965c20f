import { Module } from '@nestjs/common';
import { ImportResolver } from './import.resolver.ts';
import { ImportService } from './import.service.ts';

@Module({ providers: [ImportResolver, ImportService] })
export class InterchangeModule {}
