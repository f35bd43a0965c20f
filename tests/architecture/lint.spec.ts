/** The lint itself works: for each rule of the house, code that breaks it is caught, and the same code without the break is not. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Lint rules named in messages about `code`, as if it stood in `file` (an existing file, so that types are known). */
async function caught(file: string, code: string): Promise<string[]> {
  const [result] = await new ESLint({ cwd: root }).lintText(code, { filePath: path.join(root, file) });
  return [...new Set((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message))];
}

const DOMAIN = 'libs/domain/src/access/roles.ts';
const PLANNER = 'libs/planner/src/check.ts';
const SERVICE = 'apps/api/src/access/sign-in.service.ts';
const SPEC = 'libs/domain/src/access/roles.spec.ts';

const CASES: { rule: string; file: string; breaks: string; keeps: string; by: string }[] = [
  { rule: 'the domain imports nothing', file: DOMAIN, breaks: `import { v7 } from 'uuid';\nexport const id = v7();`, keeps: `import { isDay } from '../shared/time.ts';\nexport const ok = isDay('');`, by: 'no-restricted-imports' },
  { rule: 'rules do not read the clock', file: DOMAIN, breaks: `export const at = () => new Date();`, keeps: `export const at = (now: number) => new Date(now);`, by: 'no-restricted-syntax' },
  { rule: 'rules do not read the clock another way', file: DOMAIN, breaks: `export const at = () => Date.now();`, keeps: `export const at = (now: number) => now;`, by: 'no-restricted-syntax' },
  { rule: 'the planner throws no dice of its own', file: PLANNER, breaks: `export const dice = () => Math.random();`, keeps: `export const dice = (random: () => number) => random();`, by: 'no-restricted-syntax' },
  { rule: 'the planner knows no framework', file: PLANNER, breaks: `import { Injectable } from '@nestjs/common';\nexport const x = Injectable;`, keeps: `export const x = 1;`, by: 'no-restricted-imports' },
  { rule: 'a module does not import one below it', file: 'libs/domain/src/access/roles.ts', breaks: `import { LEVELS } from '../promises/promise.ts';\nexport const x = LEVELS;`, keeps: `import { isDay } from '../shared/time.ts';\nexport const x = isDay('');`, by: 'import-x/no-restricted-paths' },
  { rule: 'a module of the API does not import one below it', file: SERVICE, breaks: `import { SessionEntity } from '../planning/planning.entities.ts';\nexport const x = SessionEntity;`, keeps: `import { HomeEntity } from './access.entities.ts';\nexport const x = HomeEntity;`, by: 'import-x/no-restricted-paths' },
  { rule: 'there is no way to the database but tx', file: SERVICE, breaks: `import { DataSource } from 'typeorm';\nexport const x = DataSource;`, keeps: `import { In } from 'typeorm';\nexport const x = In;`, by: 'no-restricted-imports' },
  { rule: 'the API takes its time from tx', file: SERVICE, breaks: `export const at = () => new Date();`, keeps: `export const at = (tx: { now: Date }) => tx.now;`, by: 'no-restricted-syntax' },
  { rule: 'a promise is waited for', file: SERVICE, breaks: `export function f(work: () => Promise<void>) {\n  work();\n}`, keeps: `export async function f(work: () => Promise<void>) {\n  await work();\n}`, by: '@typescript-eslint/no-floating-promises' },
  { rule: 'a switch handles every case', file: DOMAIN, breaks: `export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 0;\n}`, keeps: `export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n    case 'b':\n      return 2;\n  }\n}`, by: '@typescript-eslint/switch-exhaustiveness-check' },
  { rule: 'no test is skipped', file: SPEC, breaks: `it.skip('x', () => undefined);`, keeps: `it('x', () => undefined);`, by: 'no-restricted-syntax' },
  { rule: 'no test keeps the others from running', file: SPEC, breaks: `describe.only('x', () => undefined);`, keeps: `describe('x', () => undefined);`, by: 'no-restricted-syntax' },
  { rule: 'there are no enums', file: DOMAIN, breaks: `export enum Colour { Red }`, keeps: `export type Colour = 'red';`, by: 'no-restricted-syntax' },
  { rule: 'the family app does not see the staff app', file: 'apps/family/src/main.tsx', breaks: `import '../../staff/src/main.tsx';`, keeps: `import './app/app.tsx';`, by: 'import-x/no-restricted-paths' },
];

describe('lint', () => {
  it.each(CASES)('keeps this rule: $rule', async ({ file, breaks, keeps, by }) => {
    expect(await caught(file, `/** What this is for. */\n${breaks}\n`)).toContain(by);
    expect(await caught(file, `/** What this is for. */\n${keeps}\n`)).not.toContain(by);
  });
});
