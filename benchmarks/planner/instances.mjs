/** Which problems are raced: those of a folder, or some made here, and always a home of 120 for the memory it takes. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { anyProblem } from '@promenade/planner/examples/any';

export const LARGEST = 120;

/** [{file, problem}…], smallest home first. */
export function instancesIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ file: path.join(folder, name), problem: JSON.parse(readFileSync(path.join(folder, name), 'utf8')) }))
    .filter(({ problem }) => problem.format === 'promenade-plan/1')
    .sort((a, b) => a.problem.residents.length - b.problem.residents.length);
}

/** The example of the documentation and homes made by chance, for when there is no folder of instances. */
export function madeHere(root, folder) {
  const example = path.join(root, 'docs', 'planning-example.json');
  const homes = [12, 25, 45, 90].map((residents) => keep(folder, madeHome(residents)));
  return [{ file: example, problem: JSON.parse(readFileSync(example, 'utf8')) }, ...homes];
}

/** A home of 120 residents, from the generator beside the instances if there is one. */
export function largest(instancesFolder, folder) {
  const generator = path.join(instancesFolder, '..', 'generate.mjs');
  if (!existsSync(generator)) return keep(folder, madeHome(LARGEST));
  const { stdout, status, stderr } = spawnSync(process.execPath, [generator, '--seed', '1', '--residents', String(LARGEST), '--id', `home-${LARGEST}`], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`The generator failed: ${stderr}`);
  return keep(folder, JSON.parse(stdout));
}

function madeHome(residents) {
  const size = { days: 7, residents, staff: Math.round(residents * 0.6), activities: Math.round(10 + residents / 4) };
  return { ...anyProblem(residents, size), id: `any-${residents}` };
}

function keep(folder, problem) {
  const file = path.join(folder, `${problem.id}.json`);
  writeFileSync(file, JSON.stringify(problem));
  return { file, problem };
}

/** The best score seen of each instance, or nothing, when nobody wrote any down. */
export function bestKnown(folder) {
  const file = [folder, path.join(folder, '..')].map((place) => path.join(place, 'best-known.json')).find((one) => existsSync(one));
  return file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'));
}
