/**
 * What the family app is like on a slow phone: `npm run measure:family [-- --runs N] [--json FILE]`.
 *
 * Builds the app and the API, serves the demo home on this machine alone, and opens the sign-in page, the start page and a
 * promise's page in a real browser held back as Lighthouse holds back a mobile phone: 150 ms there and back, 1.6 Mbit/s
 * down, 0.75 Mbit/s up, a processor four times slower. Every visit is a first one: nothing is in the cache. Prints the
 * median of the runs beside the gates, and ends with 1 when the JavaScript of the first load is over 100 kB compressed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { ensureDatabase } from './database.mjs';
import { ROOT, environment } from './install.mjs';
import { startPostgres } from './postgres.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, json: { type: 'string' } } });
const RUNS = Number(values.runs);
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'en-GB', timezoneId: 'Europe/London' };
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (0.75 * 1024 * 1024) / 8 };
const CPU_TIMES_SLOWER = 4;
const SETTLED_MS = 1500;
const MOST_JS = 100_000;

/** What is shown, in which unit, and the gate it stands beside: ours, and what is called good at all. */
const FIGURES = [
  { key: 'fcp', name: 'First contentful paint', unit: 'ms', gate: 1800 },
  { key: 'lcp', name: 'Largest contentful paint', unit: 'ms', gate: 2000 },
  { key: 'tbt', name: 'Total blocking time', unit: 'ms', gate: 200 },
  { key: 'cls', name: 'Cumulative layout shift', unit: '', gate: 0.02 },
  { key: 'js', name: 'JavaScript', unit: 'kB', gate: MOST_JS },
  { key: 'css', name: 'Styles', unit: 'kB', gate: null },
  { key: 'font', name: 'Fonts', unit: 'kB', gate: null },
  { key: 'data', name: 'Data', unit: 'kB', gate: null },
  { key: 'other', name: 'Everything else', unit: 'kB', gate: null },
  { key: 'requests', name: 'Requests', unit: '', gate: null },
];

const folder = mkdtempSync(path.join(tmpdir(), 'promenade-measure-'));
const apiFolder = `dist-measure-${process.pid}`;
const closers = [async () => rmSync(folder, { recursive: true, force: true }), async () => rmSync(path.join(ROOT, 'apps', 'api', apiFolder), { recursive: true, force: true })];

try {
  const served = await serve(build());
  const visits = await places(served);
  const browser = await openBrowser();
  closers.push(() => browser.close());
  const found = {};
  for (const [name, visit] of Object.entries(visits)) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(browser, visit));
    found[name] = Object.fromEntries(FIGURES.map(({ key }) => [key, median(runs.map((each) => each[key]))]));
  }
  print(found);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(found, null, 2)}\n`);
  const heaviest = Math.max(...Object.values(found).map(({ js }) => js));
  console.log(heaviest > MOST_JS ? `\nToo much: a first load takes ${kB(heaviest)} kB of JavaScript, and 100 kB is the most.` : `\nThe heaviest first load takes ${kB(heaviest)} kB of JavaScript of at most 100 kB.`);
  process.exitCode = heaviest > MOST_JS ? 1 : 0;
} catch (error) {
  process.stderr.write(`\nThe family app could not be measured: ${error.stack ?? error.message}\n`);
  process.exitCode = 2;
} finally {
  for (const close of closers.reverse()) await close().catch((error) => console.error(error.message));
}

/** Builds into folders of its own, so that what is running is not disturbed. */
function build() {
  const dist = path.join(folder, 'family');
  const run = (command, args, cwd) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, env: environment(), encoding: 'utf8' });
    if (status !== 0) throw new Error(`${path.basename(args[0])} failed:\n${stdout}${stderr}`);
  };
  const own = createRequire(path.join(ROOT, 'apps', 'family', 'package.json'));
  const bin = (name, ...parts) => path.join(path.dirname(own.resolve(`${name}/package.json`)), ...parts);
  run(process.execPath, [bin('gql.tada', 'bin', 'cli.js'), 'generate', 'output'], path.join(ROOT, 'apps', 'family'));
  run(process.execPath, [bin('vite', 'bin', 'vite.js'), 'build', '--outDir', dist, '--logLevel', 'error'], path.join(ROOT, 'apps', 'family'));
  run(process.execPath, [path.join(ROOT, 'scripts', 'precompress.mjs'), dist], ROOT);
  run(process.execPath, [path.join(ROOT, 'scripts', 'build-api.mjs'), apiFolder], ROOT);
  return dist;
}

/** The demo home behind the built app, on a free port of this machine. */
async function serve(familyDist) {
  const api = (file) => import(path.join(ROOT, 'apps', 'api', apiFolder, file));
  const server = await startPostgres({ folder: path.join(folder, 'data'), durable: false, takeOver: false });
  closers.push(server.stop);
  await ensureDatabase(server.url('postgres'), 'promenade');
  const ownerUrl = server.url('promenade');
  const { appUrlFrom } = await api('config.js');
  const { migrate } = await api('db/migrate.js');
  const appUrl = appUrlFrom(ownerUrl);
  await migrate({ ownerUrl, appUrl });
  const mediaFolder = path.join(folder, 'media');
  mkdirSync(mediaFolder);
  const { createServer } = await api('server.js');
  const app = await createServer({ appUrl, familyDist, staffDist: null, mediaFolder, logger: false });
  closers.push(() => app.close());
  const { seedDemo, DEMO_PASSWORD } = await api('demo/seed.js');
  await seedDemo(app);
  await app.listen(0, '127.0.0.1');
  return { url: `http://127.0.0.1:${app.getHttpServer().address().port}`, password: DEMO_PASSWORD };
}

/** Where is gone: to the door as nobody, and to the start and to a promise as a supporter of the demo who has one. */
async function places({ url, password }) {
  let cookie = '';
  const ask = async (query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-promenade': '1', cookie }, body: JSON.stringify({ query, variables }) });
    const fresh = response.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (fresh.length > 0) cookie = fresh.join('; ');
    return (await response.json()).data;
  };
  const { demoPeople } = await ask('{ demoPeople { email opens } }');
  for (const { email } of demoPeople.filter(({ opens }) => opens === 'family')) {
    cookie = '';
    await ask('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { __typename } }', { email, password });
    const promise = (await ask('{ family { people { promises { id } } } }'))?.family.people.flatMap(({ promises }) => promises ?? [])[0];
    if (promise) return { 'Sign-in': { at: `${url}/family/`, cookie: null }, 'Start': { at: `${url}/family/`, cookie }, 'A promise': { at: `${url}/family/promises/${promise.id}`, cookie } };
  }
  throw new Error('nobody in the demo has a promise to look at');
}

async function openBrowser() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'];
  if (process.env.TEST_CHROMIUM) return chromium.launch({ executablePath: process.env.TEST_CHROMIUM, args, headless: true });
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args, headless: true });
  const cache = path.join(ROOT, 'node_modules', '.cache', 'chromium');
  mkdirSync(cache, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = cache;
  const executablePath = await sparticuz.executablePath();
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  return chromium.launch({ executablePath, args, headless: true });
}

/** One first visit. What is counted in bytes is what went over the wire. */
async function measure(browser, { at, cookie }) {
  const context = await browser.newContext(PHONE);
  try {
    if (cookie) await context.addCookies(cookie.split('; ').map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), url: new URL(at).origin })));
    // Whoever is signed in was here before: the app then fetches their page at once.
    if (cookie) await context.addInitScript(() => globalThis.localStorage.setItem('promenade.known-here', 'yes'));
    const page = await context.newPage();
    await page.addInitScript(watch);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await devtools.send('Network.emulateNetworkConditions', SLOW);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER });
    const kinds = new Map();
    const bytes = { js: 0, css: 0, font: 0, data: 0, other: 0 };
    devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes[{ Script: 'js', Stylesheet: 'css', Font: 'font', Fetch: 'data', XHR: 'data' }[kinds.get(requestId)] ?? 'other'] += encodedDataLength;
    });
    await page.goto(at, { waitUntil: 'networkidle', timeout: 60_000 });
    await page.waitForTimeout(SETTLED_MS);
    const { fcp, lcp, cls, long } = await page.evaluate(() => globalThis.measured);
    // Blocking is what a long task takes beyond 50 ms, from the first paint on.
    const tbt = long.filter(({ start, length }) => start + length > fcp).reduce((sum, { length }) => sum + Math.max(0, length - 50), 0);
    return { fcp, lcp, cls, tbt, ...bytes, requests: kinds.size };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything else. */
function watch() {
  globalThis.measured = { fcp: 0, lcp: 0, cls: 0, long: [] };
  const see = (type, take) => new globalThis.PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  see('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') globalThis.measured.fcp = startTime; });
  see('largest-contentful-paint', ({ startTime }) => { globalThis.measured.lcp = startTime; });
  see('layout-shift', ({ hadRecentInput, value }) => { if (!hadRecentInput) globalThis.measured.cls += value; });
  see('longtask', ({ startTime, duration }) => globalThis.measured.long.push({ start: startTime, length: duration }));
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function kB(bytes) {
  return (bytes / 1000).toFixed(1);
}

function print(found) {
  const said = (value, unit) => (unit === 'kB' ? `${kB(value)} kB` : unit === 'ms' ? `${Math.round(value)} ms` : Number.isInteger(value) ? String(value) : value.toFixed(3));
  const names = Object.keys(found);
  console.log(`The family app on a slow phone: first visits, median of ${RUNS}; 150 ms, 1.6 Mbit/s, processor ${CPU_TIMES_SLOWER} times slower.\n`);
  console.log(['', ...names, 'gate'].map((text, n) => (n === 0 ? text.padEnd(26) : text.padStart(12))).join(''));
  for (const { key, name, unit, gate } of FIGURES) {
    const cells = names.map((each) => `${said(found[each][key], unit)}${gate !== null && found[each][key] > gate ? ' !' : ''}`);
    console.log([name.padEnd(26), ...cells.map((text) => text.padStart(12)), (gate === null ? '' : said(gate, unit)).padStart(12)].join(''));
  }
}
