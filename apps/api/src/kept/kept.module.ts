import { Module } from '@nestjs/common';
import { KeptResolver } from './kept.resolver.ts';

@Module({ providers: [KeptResolver] })
export class KeptModule {}
