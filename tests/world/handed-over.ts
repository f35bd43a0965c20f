/** The three files a home hands over: those lying beside the repository, or else the samples of our own. */
import { existsSync } from 'node:fs';
import path from 'node:path';

export type HandedOverName = 'residents.csv' | 'rota-matrix.csv' | 'rota-shifts.csv';
export type HandedOverFrom = 'the team’s folder' | 'docs/samples';

const NAMES: readonly HandedOverName[] = ['residents.csv', 'rota-matrix.csv', 'rota-shifts.csv'];
const root = path.resolve(import.meta.dirname, '../..');
const folders: Record<HandedOverFrom, string> = { 'the team’s folder': path.resolve(root, '../shared/data'), 'docs/samples': path.join(root, 'docs', 'samples') };
/** All three from one place: a week by person and the next by shift belong together. */
const preferred: HandedOverFrom = NAMES.every((name) => existsSync(path.join(folders['the team’s folder'], name))) ? 'the team’s folder' : 'docs/samples';
let said = false;

/** Where the file is; says once when the team's own are not there. */
export function handedOver(name: HandedOverName): { path: string; from: HandedOverFrom } {
  if (preferred === 'docs/samples' && !said) {
    said = true;
    process.stdout.write('The files the team handed over were not found in ../shared/data beside the repository; the samples in docs/samples are read instead.\n');
  }
  return { path: path.join(folders[preferred], name), from: preferred };
}

/** The sample of our own, whatever else lies there. */
export const sample = (name: HandedOverName): { path: string; from: HandedOverFrom } => ({ path: path.join(folders['docs/samples'], name), from: 'docs/samples' });
