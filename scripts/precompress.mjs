/**
 * Writes each part of a built app compressed beside itself (`name.js.br`), as small as it gets: once here instead of quickly
 * at each request. `node scripts/precompress.mjs DIST`; the API serves them to whoever takes them.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const assets = path.resolve(process.argv[2] ?? 'dist', 'assets');
const how = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };
for (const name of readdirSync(assets).filter((each) => /\.(js|css)$/.test(each))) {
  writeFileSync(path.join(assets, `${name}.br`), brotliCompressSync(readFileSync(path.join(assets, name)), how));
}
