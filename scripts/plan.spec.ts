import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '@promenade/planner/check';
import { mapleHouse } from '@promenade/planner/examples/maple-house';
import { readPlan } from '@promenade/planner/problem';

const script = join(import.meta.dirname, 'plan.ts');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
  writeFileSync(join(folder, 'home.json'), JSON.stringify(mapleHouse()));
});
afterAll(() => rmSync(folder, { recursive: true }));

function plan(...args: string[]) {
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });
}

function expectLegal(text: string): void {
  expect(check(mapleHouse(), readPlan(JSON.parse(text), mapleHouse())).legal).toBe(true);
}

describe('planning a week from the command line', () => {
  it('prints the plan, and says on the side what it scores', () => {
    const { status, stdout, stderr } = plan('home.json', '--seconds', '0.2');
    expectLegal(stdout);
    expect(stderr).toMatch(/^maple-house: score \d+, \d+ sessions\n {2}promises +2000\n/);
    expect(status).toBe(0);
  });

  it('writes the plan to a file, whole, and prints what it scores', () => {
    const { status, stdout, stderr } = plan('home.json', '--seconds', '0.2', '--seed', '7', '--out', 'week.json');
    expectLegal(readFileSync(join(folder, 'week.json'), 'utf8'));
    expect(stdout).toMatch(/^maple-house: score \d+/);
    expect(stderr).toBe('');
    expect(readdirSync(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    expect(status).toBe(0);
  });

  it('plans at once when it has no seconds', () => {
    const { status, stdout } = plan('home.json', '--seconds', '0');
    expectLegal(stdout);
    expect(status).toBe(0);
  });

  it('stops at Ctrl-C and hands over the best plan so far', async () => {
    const running = spawn(process.execPath, [script, 'home.json', '--seconds', '50', '--out', 'stopped.json'], { cwd: folder });
    const began = performance.now();
    setTimeout(() => running.kill('SIGINT'), 2500);
    const status = await new Promise((resolve) => running.on('exit', resolve));
    expect(status).toBe(0);
    expect(performance.now() - began).toBeLessThan(40_000);
    expectLegal(readFileSync(join(folder, 'stopped.json'), 'utf8'));
  });
});

describe('something wrong is said in one line, and nothing is written', () => {
  beforeAll(() => {
    writeFileSync(join(folder, 'broken.json'), '{"format":\n"promenade-plan/1",');
    writeFileSync(join(folder, 'odd.json'), JSON.stringify({ ...mapleHouse(), days: 'two' }));
  });

  it.each([
    ['no instance', [], /^Which instance\? usage: /],
    ['no such file', ['nowhere.json'], /^There is no file nowhere\.json\.$/],
    ['a folder', ['.'], /^\. cannot be read: /],
    ['not JSON', ['broken.json'], /^broken\.json is not JSON: /],
    ['not a problem', ['odd.json'], /^odd\.json: days must be a whole number, no less than 1, but is "two"\.$/],
    ['an unknown option', ['home.json', '--fast'], /^Unknown option '--fast'\. usage: /],
    ['two instances', ['home.json', 'odd.json'], /^One instance at a time/],
    ['seconds that are no number', ['home.json', '--seconds', 'ten'], /^--seconds must be a number of seconds from 0 to 86400, but is "ten"\.$/],
    ['seconds that are nothing', ['home.json', '--seconds', ''], /^--seconds must be/],
    ['a seed that is no whole number', ['home.json', '--seed', '1.5'], /^--seed must be a whole number, but is "1\.5"\.$/],
    ['an option without its value', ['home.json', '--out'], /^Option '--out <value>' argument missing\. usage: /],
    ['a folder that is not there', ['home.json', '--out', 'no/week.json'], /^no\/week\.json cannot be written: there is no folder no\.$/],
  ])('%s', (_what, args, message) => {
    const { status, stdout, stderr } = plan(...args);
    expect(stderr.trimEnd()).toMatch(message);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(stdout).toBe('');
    expect(status).toBe(2);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});
