import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import type { MailSettings } from '../config.ts';
import { FamilyModule } from '../family/family.module.ts';
import { PromisesModule } from '../promises/promises.module.ts';
import { CalendarController } from './calendar.controller.ts';
import { CalendarService } from './calendar.service.ts';
import { DigestComposingService } from './digest-composing.service.ts';
import { DigestSendingService } from './digest-sending.service.ts';
import { LiveController } from './live.controller.ts';
import { MAIL_SETTINGS, Mailer } from './mailer.ts';
import { OutwardResolver } from './outward.resolver.ts';
import { PapersResolver } from './papers.resolver.ts';
import { StopController } from './stop.controller.ts';
import { SubscriptionsService } from './subscriptions.service.ts';

/** What leaves the house: calendars, weekly e-mails, paper for families, and the word that something changed. */
@Module({})
export class OutwardModule {
  /** `mail` is null where no e-mail is sent. */
  static with(mail: MailSettings | null): DynamicModule {
    return {
      module: OutwardModule,
      imports: [AccessModule, FamilyModule, PromisesModule],
      controllers: [CalendarController, StopController, LiveController],
      providers: [OutwardResolver, PapersResolver, CalendarService, SubscriptionsService, DigestComposingService, DigestSendingService, Mailer, { provide: MAIL_SETTINGS, useValue: mail }],
    };
  }
}
