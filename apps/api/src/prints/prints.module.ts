import { Module } from '@nestjs/common';
import { PrintsResolver } from './prints.resolver.ts';

@Module({ providers: [PrintsResolver] })
export class PrintsModule {}
