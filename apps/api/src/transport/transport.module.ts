import { Module } from '@nestjs/common';
import { TransportResolver } from './transport.resolver.ts';

@Module({ providers: [TransportResolver] })
export class TransportModule {}
