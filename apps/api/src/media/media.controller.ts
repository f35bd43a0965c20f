/** Photos and recordings over plain HTTP: a file comes in as it is, and goes out as nothing but a picture or a sound. */
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { validate as isUuid } from 'uuid';
import { Access } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Invalid, NotFound, Surprise } from '../graphql/errors.ts';
import { MediaService } from './media.service.ts';

type Asked = Request & { asking: Asking };

/** What is sent out can do nothing but be looked at, wherever it is opened. */
const HARMLESS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Asked again each time: a consent that is withdrawn counts at once. What has not changed is not sent again.
  'Cache-Control': 'private, no-cache',
} as const;

/**
 * Refuses what another site's page could have sent in somebody's name: our own pages set a header that other sites
 * cannot, and browsers say where a request comes from.
 */
export function mustComeFromOurPages(request: Request): void {
  const from = request.headers['sec-fetch-site'];
  if (request.headers['x-promenade'] !== '1' || (from !== undefined && from !== 'same-origin' && from !== 'none')) {
    throw new Surprise('FORBIDDEN', 'This can only be sent from the home’s own pages. Open Promenade and try again.');
  }
  if (!/^(image|audio)\/|^application\/octet-stream/.test(request.headers['content-type'] ?? '')) throw new Invalid('Send the file itself, as it is.');
}

@Controller('media')
export class MediaController {
  constructor(private readonly media: MediaService) {}

  @Post()
  @Access('media.write')
  async take(@Req() request: Asked, @Res() response: Response, @Query('id') id: unknown, @Query('residentId') residentId: unknown): Promise<void> {
    mustComeFromOurPages(request);
    if (!isUuid(id) || !isUuid(residentId)) throw new Invalid('Say whose photo or recording this is.');
    const media = await this.media.take(request.asking.actor, { id: String(id), residentId: String(residentId), fileName: nameIn(request) }, request);
    const { kind, mime, bytes, width, height, seconds, fileName } = media;
    response.status(201).set('Cache-Control', 'no-store').json({ id: media.id, kind, mime, bytes, width, height, seconds, fileName });
  }

  @Get(':id')
  @Access('media.read')
  async show(@Req() request: Asked, @Res() response: Response, @Param('id') id: string, @Query('size') size: unknown): Promise<void> {
    if (!isUuid(id)) throw new NotFound('This picture or recording');
    const { media, file, sha256 } = await this.media.open(request.asking.actor, id, size === 'thumb' ? 'thumb' : 'full');
    response.set({
      ...HARMLESS, 'Content-Type': media.mime, ETag: `"${sha256}"`,
      'Content-Disposition': `inline; filename="${media.fileName.replaceAll(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(media.fileName)}`,
    });
    // Ranges too, so that a slow tablet plays before everything is there.
    await new Promise<void>((resolve, reject) => {
      response.sendFile(file, { etag: false, lastModified: false, cacheControl: false, acceptRanges: true, dotfiles: 'allow' }, (error) => {
        if (!error || response.headersSent) resolve();
        else reject(new NotFound('This picture or recording'));
      });
    });
  }
}

/** The name a file had, percent-encoded, since a header takes few letters. */
function nameIn(request: Request): string {
  try {
    return decodeURIComponent(String(request.headers['x-file-name'] ?? ''));
  } catch {
    return '';
  }
}
