/** What the files say, and how long they are: rules about text that lint does not know. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
type File = { readonly path: string; readonly text: string };

const committed: readonly File[] = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  .filter((file) => file !== '' && existsSync(path.join(root, file)))
  .map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }))
  .filter(({ text }) => !text.includes('\0'));

const isTest = (file: string) => file.startsWith('tests/') || /\.(spec|fixture)\.tsx?$/.test(file);

// Put together from parts, so that this file does not name them itself.
const MACHINE_PATHS = new RegExp(`(?<![\\w.@-])/(${['work', 'home/\\w+', 'root', 'Users/\\w+'].join('|')})/`);
const REGISTRIES = new RegExp(['registry', '(npmjs|yarnpkg|npmmirror)'].join('\\.') + '|' + ['npm', 'pkg', 'github'].join('\\.') + '|https?://[\\w.-]*(registry|artifactory|verdaccio|nexus)', 'i');

/** Lines that only mean something on one machine: its folders, its package registry, or a folder beside the project. */
function machineWords({ path: file, text }: File): string[] {
  return text.split('\n').flatMap((line, i) => {
    const outside = [...line.matchAll(/(?:\.\.\/)+shared\b/g)].some(([link]) => path.join(path.dirname(file), link).startsWith('..'));
    return MACHINE_PATHS.test(line) || REGISTRIES.test(line) || (outside && !isTest(file)) ? [`${file}:${i + 1}`] : [];
  });
}

const isCode = (file: string) => /\.(ts|tsx|css|mjs)$/.test(file);
/** Code of more than 400 lines; tests may be longer. */
function tooLong({ path: file, text }: File): string[] {
  const lines = text.trimEnd().split('\n').length;
  return isCode(file) && !isTest(file) && !file.includes('/generated/') && lines > 400 ? [`${file}: ${lines} lines`] : [];
}

/** Libraries' files that do not begin with a sentence about themselves. */
function unsaid({ path: file, text }: File): string[] {
  if (!/^libs\/[^/]+\/src\/.+\.tsx?$/.test(file) || isTest(file)) return [];
  const first = /^(?:\/\*\*([^]*?)\*\/|((?:\/\/[^\n]*\n)+))/.exec(text);
  const words = (first?.[1] ?? first?.[2] ?? '').replaceAll(/^\s*(\*|\/\/)/gm, '').trim();
  return /^\S+ \S+ .*[.?!:…)]/s.test(words) ? [] : [file];
}

/** Numbers of rules for whose breaking the planner's spec has no example, and rule files that have no number. */
function untried(rules: readonly File[], spec: string): string[] {
  const examples = /const BREAKS\b[^]*?= \{\n([^]*?)\n\};/.exec(spec)?.[1] ?? '';
  const tried = new Set([...examples.matchAll(/^ {2}(\d+): \[\s*\[/gm)].map(([, number]) => number));
  return rules.flatMap(({ path: file, text }) => {
    const number = /^ {2}number: (\d+),$/m.exec(text)?.[1];
    return number !== undefined && tried.has(number) ? [] : [`${path.basename(file)} (${number ?? 'no number'})`];
  });
}

/** `npm run` commands that pages name and no package.json has. */
function unknownCommands({ path: file, text }: File): string[] {
  if (!file.endsWith('.md')) return [];
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  return [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)(?![\w:-]| -w)/g)].map(([, name = '']) => name).filter((name) => !(name in scripts)).map((name) => `${file}: npm run ${name}`);
}

/** Links of a page to files that are not there. */
function deadLinks({ path: file, text }: File): string[] {
  if (!file.endsWith('.md')) return [];
  const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link));
  return links.filter((link) => !existsSync(path.join(root, path.dirname(file), link))).map((link) => `${file}: ${link}`);
}

describe('what is committed', () => {
  it('stands alone: it names no machine, no package registry and no folder beside it', () => {
    expect(committed.length).toBeGreaterThan(200);
    expect(committed.flatMap(machineWords)).toEqual([]);
    const folder = ['', 'work', 'x'].join('/');
    const registry = ['registry', 'npmjs', 'org'].join('.');
    const text = `at ${folder}\nfrom ${registry}\nsee ../../shared/x\nfine ../shared/time.ts\n`;
    expect(machineWords({ path: 'libs/domain/a.ts', text })).toEqual(['libs/domain/a.ts:1', 'libs/domain/a.ts:2']);
    expect(machineWords({ path: 'docs/a.md', text })).toEqual(['docs/a.md:1', 'docs/a.md:2', 'docs/a.md:3']);
    expect(machineWords({ path: 'tests/a.ts', text })).toEqual(['tests/a.ts:1', 'tests/a.ts:2']);
  });

  it('is in files of at most 400 lines', () => {
    expect(committed.flatMap(tooLong)).toEqual([]);
    const long = 'x\n'.repeat(401);
    expect(['a.ts', 'a.css', 'a.md', 'a.spec.ts', 'src/generated/a.ts'].flatMap((file) => tooLong({ path: file, text: long }))).toEqual(['a.ts: 401 lines', 'a.css: 401 lines']);
    expect(tooLong({ path: 'a.ts', text: 'x\n'.repeat(400) })).toEqual([]);
  });

  it('says in the first line of each library file what the file is for', () => {
    expect(committed.flatMap(unsaid)).toEqual([]);
    const files = { 'a.ts': '/** What this is for. */\n', 'b.ts': '// What this is for.\n', 'c.ts': 'export const x = 1;\n', 'd.ts': '/** Rule. */\n', 'e.ts': "import './a.ts';\n/** Too late to say. */\n" };
    expect(Object.entries(files).flatMap(([name, text]) => unsaid({ path: `libs/domain/src/${name}`, text }))).toEqual(['c.ts', 'd.ts', 'e.ts'].map((name) => `libs/domain/src/${name}`));
  });
});

describe('the planner', () => {
  it('has an example that breaks each of its rules', () => {
    const rules = committed.filter(({ path: file }) => /^libs\/planner\/src\/rules\/[\w-]+\.ts$/.test(file) && !isTest(file));
    const spec = readFileSync(path.join(root, 'libs/planner/src/rules.spec.ts'), 'utf8');
    expect(rules).toHaveLength(9);
    expect(untried(rules, spec)).toEqual([]);
    const [times] = rules.filter(({ path: file }) => file.endsWith('/times.ts'));
    expect(untried(times ? [times] : [], spec.replace(/^(const BREAKS[^]*?^ {2}1: \[)[^]*?^ {2}\],$/m, '$1],'))).toEqual(['times.ts (1)']);
    expect(untried([{ path: 'rules/new.ts', text: 'export const rule = {\n  number: 10,\n' }, { path: 'rules/odd.ts', text: '' }], spec)).toEqual(['new.ts (10)', 'odd.ts (no number)']);
  });
});

describe('pages', () => {
  it('name commands that exist', () => {
    expect(committed.flatMap(unknownCommands)).toEqual([]);
    expect(unknownCommands({ path: 'a.md', text: '`npm run jest` and `npm run fly`' })).toEqual(['a.md: npm run fly']);
  });

  it('link to files that exist', () => {
    expect(committed.flatMap(deadLinks)).toEqual([]);
    expect(deadLinks({ path: 'docs/a.md', text: '[a](glossary.md) [b](nowhere.md#x) [c](https://example.org) [d](#here)' })).toEqual(['docs/a.md: nowhere.md']);
  });
});
