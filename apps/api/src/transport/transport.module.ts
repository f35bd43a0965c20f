import { Module } from '@nestjs/common';
import { TransportResolver } from './transport.resolver.ts';
import { TransportService } from './transport.service.ts';

@Module({ providers: [TransportService, TransportResolver] })
export class TransportModule {}
