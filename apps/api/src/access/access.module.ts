import { Module } from '@nestjs/common';
import { AccessResolver } from './access.resolver.ts';
import { SignInService } from './sign-in.service.ts';

@Module({ providers: [AccessResolver, SignInService], exports: [SignInService] })
export class AccessModule {}
