/** Where calendar programs ask: a secret link, and nothing said to whoever has a wrong one. */
import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Access } from '../access/access.decorator.ts';
import { CalendarService } from './calendar.service.ts';

const FILE = /^([\w-]{20,64})\.ics$/;

@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendars: CalendarService) {}

  @Get(':file')
  @Access('public')
  async calendar(@Req() request: Request, @Res() response: Response, @Param('file') file: string): Promise<void> {
    const secret = FILE.exec(file)?.[1];
    const text = secret ? await this.calendars.behind(secret) : null;
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('X-Robots-Tag', 'noindex');
    if (text === null) {
      response.status(404).end();
      return;
    }
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    response.setHeader('ETag', etag);
    if (request.headers['if-none-match']?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)) {
      response.status(304).end();
      return;
    }
    response.status(200).setHeader('Content-Type', 'text/calendar; charset=utf-8');
    response.setHeader('Content-Disposition', 'inline; filename="promenade.ics"');
    response.send(text);
  }
}
