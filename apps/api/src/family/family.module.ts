import { Module } from '@nestjs/common';
import { AsksModule } from '../asks/asks.module.ts';
import { PromisesModule } from '../promises/promises.module.ts';
import { FamilySharingService } from './family-sharing.service.ts';
import { FamilyPagesService } from './family-pages.service.ts';
import { FamilyPagesResolver } from './family-pages.resolver.ts';
import { FamilyResolver } from './family.resolver.ts';
import { FamilyService } from './family.service.ts';

@Module({ imports: [AsksModule, PromisesModule], providers: [FamilyResolver, FamilyPagesResolver, FamilyService, FamilyPagesService, FamilySharingService], exports: [FamilyService] })
export class FamilyModule {}
