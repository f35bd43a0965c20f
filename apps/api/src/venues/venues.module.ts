import { Module } from '@nestjs/common';
import { VenuesResolver } from './venues.resolver.ts';
import { VenuesService } from './venues.service.ts';

@Module({ providers: [VenuesResolver, VenuesService] })
export class VenuesModule {}
