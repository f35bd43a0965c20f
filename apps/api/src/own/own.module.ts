import { Module } from '@nestjs/common';
import { OwnResolver, OwnWordOnPromiseResolver, OwnWordsOnSessionsResolver } from './own.resolver.ts';
import { OwnService } from './own.service.ts';

@Module({ providers: [OwnResolver, OwnWordsOnSessionsResolver, OwnWordOnPromiseResolver, OwnService] })
export class OwnModule {}
