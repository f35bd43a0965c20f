import { type DynamicModule, Module } from '@nestjs/common';
import { MediaController } from './media.controller.ts';
import { MediaResolver } from './media.resolver.ts';
import { MediaService } from './media.service.ts';
import { MediaStore } from './store.ts';

@Module({})
export class MediaModule {
  /** `folder` holds the content of photos and recordings; it is made when the first one comes. */
  static in(folder: string): DynamicModule {
    return { module: MediaModule, global: true, controllers: [MediaController], providers: [MediaResolver, MediaService, { provide: MediaStore, useValue: new MediaStore(folder) }], exports: [MediaService] };
  }
}
