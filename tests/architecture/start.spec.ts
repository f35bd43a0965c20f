/** npm start: comes up, survives being killed, stops cleanly, and says in a sentence what is in its way. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { freePort } from '../../scripts/postgres.mjs';
import { ask } from '../world/world.ts';

jest.setTimeout(180_000);

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const ADD = `mutation ($id: Id!, $resident: Id!) {
  addLifeFact(input: { id: $id, residentId: $resident, words: "Kept bees", theme: "skill", toldBy: "Ada", toldHow: "told us", sensitive: false }) { __typename } }`;

/** A run of the house, with everything it says. */
class Run {
  output = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(
    readonly folder: string,
    readonly port: number,
  ) {
    const env = { ...process.env };
    delete env['DATABASE_URL'];
    this.child = spawn(process.execPath, [path.join(root, 'scripts', 'serve.mjs')], { cwd: root, env: { ...env, PORT: String(port), PROMENADE_DATA: folder }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (text: Buffer) => { this.output += text.toString(); });
    this.ended = new Promise((resolve) => this.child.on('exit', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async says(words: string): Promise<void> {
    for (let i = 0; i < 600 && !this.output.includes(words); i += 1) {
      if (this.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    if (!this.output.includes(words)) throw new Error(`never said "${words}", but:\n${this.output}`);
  }

  /** The database server it started. */
  get database(): number {
    return Number(readFileSync(path.join(this.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  async signsIn(): Promise<string> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'mutation { signIn(email: "jaspreet.kaur@example.org", password: "demo") { __typename } }' }),
    });
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('npm start', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promenade-start-'));
    await chmod(folder, 0o755);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps everything recorded when all of it is killed, and stops cleanly when asked to', async () => {
    const data = path.join(folder, 'data');
    const first = new Run(data, await freePort());
    await first.says('Ready.');
    const cookie = await first.signsIn();
    const { data: answer } = await ask<{ residents: { id: string }[] }>(first.url, '{ residents { id } }', {}, cookie);
    const resident = answer?.residents[0]?.id ?? '';
    for (let i = 0; i < 5; i += 1) {
      const { data: added } = await ask<{ addLifeFact: { __typename: string } }>(first.url, ADD, { id: `0193a000-0000-7000-8000-00000000000${i}`, resident }, cookie);
      expect(added?.addLifeFact.__typename).toBe('LifeFact');
    }
    const database = first.database;
    first.child.kill('SIGKILL');
    process.kill(database, 'SIGKILL');
    await first.ended;

    const second = new Run(data, await freePort());
    await second.says('Ready.');
    const facts = await ask<{ resident: { lifeFacts: { words: string }[] } }>(second.url, 'query ($id: Id!) { resident(id: $id) { lifeFacts { words } } }', { id: resident }, await second.signsIn());
    expect(facts.data?.resident.lifeFacts.filter(({ words }) => words === 'Kept bees')).toHaveLength(5);
    const server = second.database;
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(second.output).toContain('Stopped. Everything recorded is kept.');
    expect(isAlive(server)).toBe(false);
  });

  it('says that a port is in use, and how to take another', async () => {
    const blocker = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => { blocker.listen(port, '127.0.0.1', resolve); });
    const run = new Run(path.join(folder, 'data'), port);
    expect(await run.ended).toBe(1);
    expect(run.output).toContain(`Port ${port} is in use`);
    blocker.close();
  });

  it('says that a data folder is damaged, and what to do', async () => {
    const data = path.join(folder, 'data');
    await mkdir(path.join(data, 'data'), { recursive: true });
    await writeFile(path.join(data, 'data', 'PG_VERSION'), '18\n');
    await writeFile(path.join(data, 'owner-password'), 'secret');
    await chmod(data, 0o755);
    const run = new Run(data, await freePort());
    expect(await run.ended).toBe(1);
    expect(run.output).toMatch(/The database in .* does not start: .* (restore it from a backup|move it away)/s);
  });
});
