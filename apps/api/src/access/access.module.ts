import { Module } from '@nestjs/common';
import { AccessResolver } from './access.resolver.ts';
import { InvitationsService } from './invitations.service.ts';
import { SignInService } from './sign-in.service.ts';

@Module({ providers: [AccessResolver, SignInService, InvitationsService], exports: [SignInService] })
export class AccessModule {}
