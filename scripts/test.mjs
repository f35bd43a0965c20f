/** `npm test`: everything CI runs. Ends with one line: N passed, N failed. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NX, ROOT, environment, install, node24 } from './install.mjs';

install();
const node = node24();
const env = { ...environment(), CI: process.env.CI ?? 'true' };
const bin = (...parts) => path.join(ROOT, 'node_modules', ...parts);
const totals = { passed: 0, failed: 0 };
const count = (ok) => { totals[ok ? 'passed' : 'failed'] += 1; };

/** Runs a step; its title and time frame what it says, which is shown as it comes or, when `isAside`, in one piece at its end. */
async function step(title, args, { isAside = false } = {}) {
  if (!isAside) console.log(`\n── ${title}`);
  const began = Date.now();
  let said = '';
  const code = await new Promise((resolve) => {
    const child = spawn(node, args, { cwd: ROOT, env, stdio: isAside ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => { said += chunk; });
    child.on('error', () => resolve(1));
    child.on('close', (status) => resolve(status ?? 1));
  });
  if (isAside) console.log(`\n── ${title}\n${said.trimEnd()}`);
  console.log(`── ${title}: ${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  return code === 0;
}

count(await step('build', [NX, 'run-many', '-t', 'build', '--output-style=static']));
// Two beside each other, on what cores there are. A part at a time is linted: all at once would not fit in the memory of one process.
const LONGEST = 'apps/staff';
const parts = ['apps', 'libs'].flatMap((dir) => readdirSync(path.join(ROOT, dir)).map((name) => `${dir}/${name}`)).concat('tests').filter((part) => part !== LONGEST);
const lint = (title, ...args) => () => step(`lint ${title}`, [bin('eslint', 'bin', 'eslint.js'), '--max-warnings=0', ...args], { isAside: true });
const looks = [
  lint(LONGEST, LONGEST),
  () => step('types', [NX, 'run-many', '-t', 'types', '--output-style=static'], { isAside: true }),
  ...parts.map((part) => lint(part, part)),
  lint('everything else', '.', ...[LONGEST, ...parts].flatMap((part) => ['--ignore-pattern', `${part}/**`])),
];
const lane = async () => {
  for (let look = looks.shift(); look; look = looks.shift()) count(await look());
};
await Promise.all([lane(), lane()]);

const folder = mkdtempSync(path.join(tmpdir(), 'promenade-results-'));
// Journeys wait for pages as much as they reckon: three beside each other fill two cores.
for (const [project, workers] of Object.entries({ unit: 2, architecture: 2, api: 2, journeys: 3 })) {
  const results = path.join(folder, `${project}.json`);
  const ok = await step(`${project} tests`, [
    '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin('jest', 'bin', 'jest.js'), '--selectProjects', project, `--maxWorkers=${workers}`,
    '--json', `--outputFile=${results}`, '--silent=false',
  ]);
  if (!existsSync(results)) {
    count(false);
    continue;
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numTotalTests } = JSON.parse(readFileSync(results, 'utf8'));
  totals.passed += numPassedTests;
  totals.failed += numFailedTests + numRuntimeErrorTestSuites;
  // A run that failed without a failed test, or ran none, is a failure too.
  if ((!ok && numFailedTests + numRuntimeErrorTestSuites === 0) || numTotalTests === 0) count(false);
}
rmSync(folder, { recursive: true, force: true });

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
