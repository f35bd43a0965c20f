/** The web process: serves until it is told to stop. */
import { readConfig } from './config.ts';
import { notDurable } from './db/durable.ts';
import { createServer } from './server.ts';

try {
  const config = readConfig(process.env);
  const unsafe = await notDurable(config.appUrl);
  if (unsafe !== null) throw Object.assign(new Error(unsafe), { stack: undefined });
  const app = await createServer({ appUrl: config.appUrl, staffDist: config.staffDist, familyDist: config.familyDist, mediaFolder: config.mediaFolder, mail: config.mail });
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  process.send?.({ listening: config.port });
} catch (error) {
  const failure = error as NodeJS.ErrnoException;
  process.stderr.write(`${failure.code === 'EADDRINUSE' ? `Port ${process.env['PORT'] ?? 4310} is in use. Stop what is using it, or choose another: PORT=4400 npm start` : (failure.stack ?? failure.message)}\n`);
  process.exit(1);
}
