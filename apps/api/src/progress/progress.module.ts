import { Module } from '@nestjs/common';
import { ProgressResolver } from './progress.resolver.ts';
import { ShownProgressResolver } from './shown.resolver.ts';

@Module({ providers: [ProgressResolver, ShownProgressResolver] })
export class ProgressModule {}
