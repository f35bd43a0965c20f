import { Module } from '@nestjs/common';
import { PromisesModule } from '../promises/promises.module.ts';
import { FamilySharingService } from './family-sharing.service.ts';
import { FamilyResolver } from './family.resolver.ts';
import { FamilyService } from './family.service.ts';

@Module({ imports: [PromisesModule], providers: [FamilyResolver, FamilyService, FamilySharingService] })
export class FamilyModule {}
