/** Compiles the API with swc into apps/api/dist (or a folder named beside it): SQL is copied, types are checked elsewhere. */
import { transformFile } from '@swc/core';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const api = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'apps', 'api');
const source = path.join(api, 'src');
const target = path.join(api, process.argv[2] ?? 'dist');

await rm(target, { recursive: true, force: true });
const files = (await readdir(source, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
await Promise.all(files.map(async (entry) => {
  const from = path.join(entry.parentPath, entry.name);
  const to = path.join(target, path.relative(source, from));
  if (entry.name.endsWith('.spec.ts')) return;
  await mkdir(path.dirname(to), { recursive: true });
  if (!entry.name.endsWith('.ts')) return copyFile(from, to);
  const { code, map } = await transformFile(from, { configFile: path.join(api, '../../.swcrc'), jsc: { rewriteRelativeImportExtensions: true }, sourceMaps: true });
  const output = to.replace(/\.ts$/, '.js');
  await writeFile(output, `${code}\n//# sourceMappingURL=${path.basename(output)}.map\n`);
  await writeFile(`${output}.map`, map ?? '');
}));
console.log(`API: ${files.length} files compiled.`);
