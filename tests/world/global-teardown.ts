import { rm } from 'node:fs/promises';

export default async function stopServer(): Promise<void> {
  const server = globalThis.promenadeTestServer;
  if (!server) return;
  globalThis.promenadeTestServer = undefined;
  await server.stop();
  await rm(server.folder, { recursive: true, force: true });
}
