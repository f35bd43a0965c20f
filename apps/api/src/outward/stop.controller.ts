/** Where "Stop these e-mails" leads: looking changes nothing, pressing the button or a mail program's one click does. */
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Response } from 'express';
import { validate as isUuid } from 'uuid';
import { Access } from '../access/access.decorator.ts';
import { Db, type SystemTx } from '../db/db.ts';
import { sha256 } from './calendar.service.ts';
import { DigestEntity, DigestSubscriptionEntity } from './outward.entities.ts';

type Held = { readonly digest: DigestEntity; readonly isOn: boolean };

@Controller('stop')
export class StopController {
  constructor(private readonly db: Db) {}

  /** Programs that look for harm in mails follow links: so a link alone stops nothing. */
  @Get(':secret')
  @Access('public')
  async ask(@Res() response: Response, @Param('secret') secret: string): Promise<void> {
    const held = await this.db.asSystem('somebody may stop a weekly e-mail', null, (tx) => heldBy(tx, secret));
    if (!held) send(response, 404, UNKNOWN, null);
    else if (held.isOn) send(response, 200, 'Stop the weekly e-mail?', 'You will get no more of them. You can start again at any time on your page.', `<form method="post"><button>Yes, stop it</button></form>`);
    else send(response, 200, 'The weekly e-mail is stopped.', AGAIN);
  }

  @Post(':secret')
  @Access('public')
  async stop(@Res() response: Response, @Param('secret') secret: string): Promise<void> {
    const held = await this.db.asSystem('a weekly e-mail is stopped from a mail', null, async (tx) => {
      const found = await heldBy(tx, secret);
      if (found?.isOn) {
        const { homeId, supporterId, residentId } = found.digest;
        await tx.em.update(DigestSubscriptionEntity, { homeId, supporterId, residentId, endedAt: IsNull() }, { endedAt: tx.now, endedByName: 'Themselves, from an e-mail' });
      }
      return found;
    });
    if (held) send(response, 200, 'The weekly e-mail is stopped.', AGAIN);
    else send(response, 404, UNKNOWN, null);
  }
}

const AGAIN = 'You will get no more of them. You can start again at any time on your page.';
const UNKNOWN = 'This link leads nowhere.';

async function heldBy(tx: SystemTx, secret: string): Promise<Held | null> {
  const [id = '', word = ''] = secret.split('.');
  const digest = isUuid(id) ? await tx.em.findOneBy(DigestEntity, { id }) : null;
  if (!digest?.stopDigests.includes(sha256(word))) return null;
  const { homeId, supporterId, residentId } = digest;
  return { digest, isOn: await tx.em.existsBy(DigestSubscriptionEntity, { homeId, supporterId, residentId, endedAt: IsNull() }) };
}

/** A page of its own, small enough for any device, in nobody's name. */
function send(response: Response, status: number, title: string, words: string | null, form = ''): void {
  response.status(status).type('html').setHeader('Cache-Control', 'no-store').send(`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title>
<style>body{margin:0;background:#fbf8f1;color:#1f2b2a;font:1.25rem/1.5 system-ui,sans-serif}main{max-width:34rem;margin:0 auto;padding:12vh 1.5rem}h1{font-size:1.8rem;line-height:1.2;text-wrap:balance}button{font:inherit;font-weight:700;min-height:3.5rem;padding:.5rem 1.5rem;border:0;border-radius:.75rem;background:#0b5a52;color:#fff;cursor:pointer}button:focus-visible{outline:.25rem solid #1f2b2a;outline-offset:.2rem}a{color:#0b5a52}</style></head>
<body><main><h1>${title}</h1>${words ? `<p>${words}</p>` : ''}${form}<p><a href="/family/">Your page</a></p></main></body></html>`);
}
