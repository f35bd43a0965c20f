import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Jobs, QUEUE_URL } from './jobs.ts';

/** The queue, for whoever has work that should not hold up an answer. */
@Global()
@Module({})
export class JobsModule {
  static on(appUrl: string): DynamicModule {
    return { module: JobsModule, providers: [{ provide: QUEUE_URL, useValue: appUrl }, Jobs], exports: [Jobs] };
  }
}
