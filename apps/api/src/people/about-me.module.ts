import { Module } from '@nestjs/common';
import { AboutMeController } from './about-me.controller.ts';
import { AboutMeResolver, AboutMeStatementResolver, OnePageProfileResolver, PortraitResolver } from './about-me.resolver.ts';
import { AboutMeService } from './about-me.service.ts';
import { AboutMeTravelService } from './about-me-travel.service.ts';
import { PeopleModule } from './people.module.ts';

export const ABOUT_ME = [AboutMeResolver, AboutMeStatementResolver, OnePageProfileResolver, PortraitResolver];

@Module({ imports: [PeopleModule], controllers: [AboutMeController], providers: [...ABOUT_ME, AboutMeService, AboutMeTravelService], exports: [AboutMeService] })
export class AboutMeModule {}
