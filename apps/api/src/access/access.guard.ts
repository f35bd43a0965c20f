import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Permission, mayDo } from '@promenade/domain/access/roles';
import { Surprise } from '../graphql/errors.ts';
import { ACCESS, askingOf } from './access.decorator.ts';

/** May this role call this operation? One that does not say what it needs is refused to everyone. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const needed = this.reflector.get<Permission | 'public' | undefined>(ACCESS, context.getHandler());
    if (needed === 'public') return true;
    const { who } = askingOf(context);
    if (!who) throw new Surprise('UNAUTHENTICATED', 'Please sign in.');
    if (!needed || !mayDo(who.role, needed)) throw new Surprise('FORBIDDEN', 'You may not do this. Ask your manager if you think you should.');
    return true;
  }
}
