/** About Me as a file: larger than a GraphQL answer may be, since photos and recordings are in it. */
import { readFile } from 'node:fs/promises';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { validate as isUuid } from 'uuid';
import { Access } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { NotFound } from '../graphql/errors.ts';
import { mustComeFromOurPages } from '../media/media.controller.ts';
import { MediaService } from '../media/media.service.ts';
import { AboutMeTravelService, type Preview } from './about-me-travel.service.ts';

type Asked = Request & { asking: Asking };
/** Bytes: seven headings with a photo or a recording each. */
const MOST = 64 * 1024 * 1024;

@Controller('api/people/:id/about-me')
export class AboutMeController {
  constructor(
    private readonly travel: AboutMeTravelService,
    private readonly media: MediaService,
  ) {}

  @Get()
  @Access('people.read')
  async write(@Req() request: Asked, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const { fileName, text } = await this.travel.write(request.asking.actor, mustBeId(id));
    response.set({ 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${fileName}"`, 'Content-Security-Policy': "default-src 'none'; sandbox" }).send(text);
  }

  @Post('preview')
  @Access('people.write')
  async preview(@Req() request: Asked, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const residentId = mustBeId(id);
    response.status(200).json(await this.read(request, (text) => this.travel.preview(request.asking.actor, residentId, text)));
  }

  @Post('import')
  @Access('people.write')
  async take(@Req() request: Asked, @Res() response: Response, @Param('id') id: string, @Query('seen') seen: unknown): Promise<void> {
    const residentId = mustBeId(id);
    response.status(200).json(await this.read(request, (text) => this.travel.take(request.asking.actor, residentId, text, String(seen))));
  }

  private async read(request: Asked, work: (text: string) => Promise<Preview>): Promise<Preview> {
    mustComeFromOurPages(request);
    const received = await this.media.receive(request, MOST, 'RECORD_TOO_LARGE');
    try {
      return await work(await readFile(received.path, 'utf8'));
    } finally {
      await this.media.discard(received);
    }
  }
}

function mustBeId(id: string): string {
  if (!isUuid(id)) throw new NotFound('This person');
  return id;
}
