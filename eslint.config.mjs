/** The rules of the house that a machine can keep. tests/architecture holds, for each, code that must fail it. */
import js from '@eslint/js';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';
import { MODULE_ORDER, forbiddenFor } from './module-order.mjs';

const NO_CLOCK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as a parameter.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time comes in as a parameter.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Randomness comes in as a parameter.' },
];
const NO_SKIPPING = [
  { selector: "MemberExpression[property.name=/^(skip|only|todo|failing)$/][object.name=/^(it|test|describe)$/]", message: 'Every test runs.' },
  { selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', message: 'Every test runs.' },
];
const ENUMS = { selector: 'TSEnumDeclaration', message: 'A union of string literals instead.' };

/** Modules stand in one order and import only downwards. */
const zones = ['apps/api/src', 'libs/domain/src'].flatMap((root) => MODULE_ORDER.flat().map((module) => ({
  target: `./${root}/${module}`,
  from: forbiddenFor(module).map((name) => `./${root}/${name}`),
  message: `Modules import only those above them in module-order.mjs.`,
}))).filter(({ from }) => from.length > 0);
/** Projects: who must not see whom. */
const walls = [
  { target: './libs/domain', from: ['./libs/planner', './libs/interchange', './libs/ui', './apps', './node_modules'] },
  { target: './libs/planner', from: ['./libs/interchange', './libs/ui', './apps'] },
  { target: './libs/interchange', from: ['./libs/planner', './libs/ui', './apps'] },
  { target: './libs/ui', from: ['./libs/planner', './libs/interchange', './apps'] },
  { target: './apps/staff', from: ['./apps/api', './apps/family', './libs/interchange'] },
  { target: './apps/family', from: ['./apps/api', './apps/staff', './libs/interchange', './libs/planner'] },
  { target: './apps/api', from: ['./apps/staff', './apps/family', './libs/ui'] },
];
const framework = (...names) => ['error', { patterns: [{ group: names, message: 'Rules and the planner know no framework and no database.' }] }];

export default ts.config(
  { ignores: ['**/dist/**', '**/dist-*/**', '**/generated/**', 'node_modules/**', '.nx/**', '.promenade/**', 'tests/architecture/fixtures/**'] },
  js.configs.recommended,
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', performance: 'readonly', Buffer: 'readonly', fetch: 'readonly' } } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'] })] },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowConstructorOnly: true, allowEmpty: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      // A row is served as it is and fits by its fields: there are no mappers (docs/decisions/0004).
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...walls] }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ENUMS, ...NO_SKIPPING],
      'no-console': 'error',
    },
  },
  { files: ['libs/*/src/**/*.ts', 'libs/*/src/**/*.tsx'], ignores: ['**/*.spec.ts', 'libs/ui/**'], rules: { 'no-restricted-syntax': ['error', ENUMS, ...NO_SKIPPING, ...NO_CLOCK] } },
  { files: ['libs/domain/src/**/*.ts'], ignores: ['**/*.spec.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^[^.]', message: 'The domain imports nothing.' }] }] } },
  { files: ['libs/planner/src/**/*.ts', 'libs/interchange/src/**/*.ts'], ignores: ['**/*.spec.ts'], rules: { 'no-restricted-imports': framework('@nestjs/*', 'typeorm', 'pg', 'react', 'react-*', '@promenade/ui/*', '@promenade/api/*') } },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/db/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', {
        paths: [
          { name: 'typeorm', importNames: ['DataSource', 'EntityManager', 'Repository', 'QueryRunner'], message: 'A unit of work (tx) is the only way to the database.' },
          { name: '@nestjs/typeorm', message: 'A unit of work (tx) is the only way to the database.' },
          { name: 'pg', message: 'A unit of work (tx) is the only way to the database.' },
        ],
      }],
      'no-restricted-syntax': ['error', ENUMS, ...NO_SKIPPING, ...NO_CLOCK],
    },
  },
  { files: ['apps/api/src/db/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // Table and GraphQL classes are declarations: Nest and TypeORM fill their fields.
  { files: ['apps/api/src/**/*.ts', 'tests/**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off', '@typescript-eslint/no-extraneous-class': 'off' } },
  { files: ['apps/staff/**/*.tsx', 'apps/family/**/*.tsx', 'libs/ui/**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: { ...reactHooks.configs.recommended.rules } },
  // A spec may use a testing library; what it tests may not.
  { files: ['**/*.spec.ts'], rules: { 'import-x/no-restricted-paths': ['error', { zones: [...zones, ...walls.map((wall) => ({ ...wall, from: wall.from.filter((from) => from !== './node_modules') }))] }] } },
  { files: ['**/*.spec.ts', 'tests/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ENUMS, ...NO_SKIPPING], '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off', 'no-console': 'off' } },
  { files: ['scripts/**', '*.mjs'], rules: { 'no-console': 'off' } },
);
