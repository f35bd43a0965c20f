import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock.ts';
import { dataSourceFor } from './data-source.ts';
import { Db } from './db.ts';

/** The database and the clock, for everyone. */
@Global()
@Module({})
export class DbModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static on(appUrl: string, clock: Clock): DynamicModule {
    return {
      module: DbModule,
      providers: [
        { provide: DataSource, useFactory: () => dataSourceFor(appUrl).initialize() },
        { provide: Clock, useValue: clock },
        Db,
      ],
      exports: [Db, Clock],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
