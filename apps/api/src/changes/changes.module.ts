import { Module } from '@nestjs/common';
import { ChangesResolver } from './changes.resolver.ts';

@Module({ providers: [ChangesResolver] })
export class ChangesModule {}
