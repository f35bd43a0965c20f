import { Module } from '@nestjs/common';
import { CircleResolver } from './circle.resolver.ts';
import { CircleService } from './circle.service.ts';

@Module({ providers: [CircleResolver, CircleService], exports: [CircleService] })
export class CircleModule {}
