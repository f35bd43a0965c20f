import { type CustomDecorator, type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Permission } from '@promenade/domain/access/roles';
import type { Request } from 'express';
import type { Asking } from './asking.ts';

export const ACCESS = 'promenade:access';

/** What an operation needs. 'public' is for signing in; an operation that declares nothing is refused. */
export function Access(permission: Permission | 'public'): CustomDecorator {
  return SetMetadata(ACCESS, permission);
}

/** Who is asking, from a GraphQL operation or an HTTP request. */
export function askingOf(context: ExecutionContext): Asking {
  if (context.getType<'graphql' | 'http'>() === 'graphql') return GqlExecutionContext.create(context).getContext<{ asking: Asking }>().asking;
  return context.switchToHttp().getRequest<Request & { asking: Asking }>().asking;
}

/** The parameter `@Asks() asking: Asking` of a resolver. */
export const Asks = createParamDecorator((_: unknown, context: ExecutionContext) => askingOf(context));
