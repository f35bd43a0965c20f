/** Sends letters over SMTP, where the home has a mail server. */
import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { MailSettings } from '../config.ts';

export const MAIL_SETTINGS = Symbol('how mail is sent, or null where it is not');

export type Mail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string; readonly html: string; readonly stopUrl: string };

/** Why a mail was not taken. `isForGood`: the server will say the same tomorrow. */
export class NotTaken extends Error {
  constructor(
    message: string,
    readonly isForGood: boolean,
  ) {
    super(message);
  }
}

const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 45_000, dnsTimeout: 15_000 };
const LONGEST = 300;

@Injectable()
export class Mailer {
  constructor(@Inject(MAIL_SETTINGS) readonly settings: MailSettings | null) {}

  /** Ends when the mail server has taken it; otherwise throws `NotTaken`. */
  async send({ id, to, subject, text, html, stopUrl }: Mail): Promise<void> {
    if (!this.settings) throw new NotTaken('This house has no mail server.', false);
    const { smtpUrl, from, address } = this.settings;
    const transport = createTransport({ url: smtpUrl, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
    try {
      await transport.sendMail({
        from, to, subject, text, html,
        // The same for every try, so that a second copy, should there ever be one, is recognised.
        messageId: `<${id}@${new URL(address).hostname}>`,
        headers: { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      const { responseCode = 0, code = '', message } = error as Error & { responseCode?: number; code?: string };
      throw new NotTaken(message.replaceAll(/\s+/g, ' ').slice(0, LONGEST), responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE'));
    } finally {
      transport.close();
    }
  }
}
