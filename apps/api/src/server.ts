/** The web server: GraphQL, live progress, and both apps on one port. */
import 'reflect-metadata';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { SignInService } from './access/sign-in.service.ts';
import { AppModule, type AppOptions } from './app.module.ts';
import { Db } from './db/db.ts';
import { askingFor } from './graphql/setup.ts';
import { floor } from './jobs/floor.ts';

export type ServerOptions = AppOptions & {
  readonly staffDist?: string | null;
  readonly familyDist?: string | null;
  readonly logger?: LoggerService | ('fatal' | 'error' | 'warn' | 'log' | 'debug' | 'verbose')[] | false;
};

const HEADERS = {
  'Content-Security-Policy': "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(self)',
};

const OF_A_PAGE = ['Content-Security-Policy', 'Referrer-Policy', 'Cross-Origin-Opener-Policy', 'Permissions-Policy'] as const;

/** Builds the application; the caller decides when and where it listens. */
export async function createServer(options: ServerOptions): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(options), { logger: options.logger ?? ['error', 'warn'], abortOnError: false });
  app.disable('x-powered-by');
  app.use((request: Request, response: Response, next: NextFunction) => {
    // A live view stays open for minutes: nobody waits for its end.
    if (!request.headers.accept?.includes('text/event-stream')) response.once('close', floor.waitFor());
    next();
  });
  app.use((_: Request, response: Response, next: NextFunction) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    next();
  });
  // A live view is sent word by word: nothing of it may wait for more.
  app.use(compression({ filter: (request, response) => !request.headers.accept?.includes('text/event-stream') && compression.filter(request, response) }));
  const [db, signIns] = [app.get(Db), app.get(SignInService)];
  app.use(['/api', '/media'], (request: Request & { asking?: unknown }, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    askingFor(db, signIns, request, response).then((asking) => {
      request.asking = asking;
      next();
    }, next);
  });
  app.use('/graphql', express.json({ limit: '16mb' }), (_: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  if (options.familyDist) serveApp(app, '/family', options.familyDist);
  if (options.staffDist) serveApp(app, '/', options.staffDist);
  return app;
}

/** Parts of an app that stand compressed beside themselves (scripts/precompress.mjs), by the path they are asked for. */
function compressedIn(dist: string): ReadonlySet<string> {
  const assets = path.join(dist, 'assets');
  return new Set(existsSync(assets) ? readdirSync(assets).filter((name) => name.endsWith('.br')).map((name) => `/assets/${name.slice(0, -'.br'.length)}`) : []);
}

/** A built front end under `at`; a path of its own that is no file is its index page. */
function serveApp(app: NestExpressApplication, at: string, dist: string): void {
  if (!existsSync(path.join(dist, 'index.html'))) throw new Error(`${dist} holds no built app. Run npm start, which builds it.`);
  const compressed = compressedIn(dist);
  const files = express.static(dist, { index: 'index.html', setHeaders: (response, file) => {
    if (file.endsWith('.br')) {
      response.setHeader('Content-Encoding', 'br');
      response.setHeader('Vary', 'Accept-Encoding');
      response.setHeader('Content-Type', file.endsWith('.css.br') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8');
    }
    const isPart = file.includes(`${path.sep}assets${path.sep}`);
    response.setHeader('Cache-Control', isPart ? 'public, max-age=31536000, immutable' : 'no-cache');
    // What a page may do stands with the page, and with a worker, which is one of its own; on sixty parts it would be 25 kB of the first open.
    if (isPart && !path.basename(file).includes('worker')) for (const name of OF_A_PAGE) response.removeHeader(name);
  } });
  app.use(at, (request: Request, _: Response, next: NextFunction) => {
    if (compressed.has(request.path) && request.acceptsEncodings('br')) request.url = `${request.path}.br`;
    next();
  }, files, (request: Request, response: Response, next: NextFunction) => {
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html') && !/^\/(api|graphql|media|calendar|stop|check)([/?]|$)/.test(request.originalUrl);
    if (isPage) response.sendFile(path.join(dist, 'index.html'), { headers: { 'Cache-Control': 'no-cache' } });
    else next();
  });
}
