import { Module } from '@nestjs/common';
import { VenuesResolver } from './venues.resolver.ts';

@Module({ providers: [VenuesResolver] })
export class VenuesModule {}
