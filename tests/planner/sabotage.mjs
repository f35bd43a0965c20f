/**
 * Spoils the planner on purpose, one line at a time, in a copy, and runs its specs on it: each must turn red.
 *
 *     node tests/planner/sabotage.mjs [WORD…]      # only those whose name has one of the words
 *
 * Prints a line for each: how many tests failed and the first of them. Exits 1 when one was not caught, or when a line
 * to spoil is not there any more. The specs stay the judge of the planner; this is the judge of the specs.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Those that should catch it on purpose; the second only when the first have not. */
const SPECS = ['temptations.spec.ts', 'solve.spec.ts'];

/** [what is forgotten, file below libs/planner/src, what stands there, what is put instead]. */
const SABOTAGES = [
  ['wheelchair bays', 'solver/compose.ts', 'nextWheelchairs > transport.bays || ', ''],
  ['wheelchair bays, when one more joins', 'solver/seats.ts', 'wheelchairs > session.bays || ', ''],
  ['wheelchair bays, in a plan taken over', 'solver/adopt.ts', 'wheelchairs <= bays &&', ''],
  ['wheelchairs take no seat', 'solver/compose.ts', 'people - nextWheelchairs > transport.seats', 'people > transport.seats'],
  ['seats', 'solver/compose.ts', ' || people - nextWheelchairs > transport.seats', ''],
  ['seats, when one more joins', 'solver/crew.ts', ' && session.residents.length - session.wheelchairs + staff.length <= session.seats', ''],
  ['seats for the staff', 'solver/compose.ts', 'people - nextWheelchairs > transport.seats', 'chosen.length + 1 - nextWheelchairs > transport.seats'],
  ['licences', 'solver/tables.ts', 'at(staff, s).licences.includes(at(vehicles, v).licence)', 'true'],
  ['vehicles’ hours', 'solver/tables.ts', 'indicesWhere(problem.vehicles, ({ available }) => isInsideOne(span, available))', 'problem.vehicles.map((_, i) => i)'],
  ['vehicles’ hours, by the journey', 'solver/tables.ts', 'indicesWhere(problem.vehicles, ({ available }) => isInsideOne(span, available))', 'indicesWhere(problem.vehicles, ({ available }) => isInsideOne(there, available))'],
  ['one vehicle in two places', 'solver/week.ts', 'return this.vehicleBusy.isFree(vehicle, slot);', 'return vehicle >= 0 || slot.id >= 0;'],
  ['floor cover', 'solver/tables.ts', 'Math.max(0, here - (needed[u] ?? 0))', 'here'],
  ['floor cover, by one', 'solver/tables.ts', 'Math.max(0, here - (needed[u] ?? 0))', 'Math.max(0, here - Math.max(0, (needed[u] ?? 0) - 1))'],
  ['floor cover, by one too careful', 'solver/tables.ts', 'Math.max(0, here - (needed[u] ?? 0))', 'Math.max(0, here - (needed[u] ?? 0) - ((needed[u] ?? 0) > 0 ? 1 : 0))'],
  ['floor cover, drivers away', 'solver/compose.ts', 'staff: Math.min(others.length, spare - drivers.length)', 'staff: Math.min(others.length, spare)'],
  ['floor cover, breaks meanwhile', 'solver/tables.ts', 'eachUnit(breaks, (u) => (here[u] = 0));', ''],
  ['breaks', 'solver/tables.ts', ' && !breaks.some((pause) => overlaps(span, pause))', ''],
  ['breaks, by a minute', 'solver/tables.ts', '!breaks.some((pause) => overlaps(span, pause))', '!breaks.some(([a, b]) => overlaps(span, [a + 1, b - 1]))'],
  ['breaks, a minute too careful', 'solver/tables.ts', '!breaks.some((pause) => overlaps(span, pause))', '!breaks.some(([a, b]) => overlaps(span, [a - 1, b + 1]))'],
  ['breaks on the way', 'solver/tables.ts', '!breaks.some((pause) => overlaps(span, pause))', '!breaks.some((pause) => overlaps(there, pause))'],
  ['shifts', 'solver/tables.ts', 'isInsideOne(span, shifts) && ', ''],
  ['shifts that meet', 'solver/tables.ts', 'isInsideOne(span, shifts)', 'shifts.some((shift) => overlaps(span, shift))'],
  ['windows', 'solver/tables.ts', 'if (!isInsideOne(there, activity.windows)) continue;', ''],
  ['windows, off by one', 'solver/tables.ts', 'if (!isInsideOne(there, activity.windows)) continue;', 'if (!isInsideOne([there[0], there[1] - 1], activity.windows)) continue;'],
  ['windows, off by one at the beginning', 'solver/tables.ts', 'if (!isInsideOne(there, activity.windows)) continue;', 'if (!isInsideOne([there[0] + 1, there[1]], activity.windows)) continue;'],
  ['windows, off by one the careful way', 'solver/tables.ts', 'if (!isInsideOne(there, activity.windows)) continue;', 'if (!isInsideOne([there[0], there[1] + 1], activity.windows)) continue;'],
  ['travel: windows for the whole journey', 'solver/tables.ts', 'if (!isInsideOne(there, activity.windows)) continue;', 'if (!isInsideOne([start, start + lengthOf(activity)], activity.windows)) continue;'],
  ['travel: busy at the place only', 'solver/tables.ts', 'const span: Span = [start, start + lengthOf(activity)];', 'const span: Span = there;'],
  ['the last day ends', 'solver/tables.ts', 'start + lengthOf(activity) <= days * DAY; start += grid', 'start < days * DAY; start += grid'],
  ['the grid', 'solver/tables.ts', 'start += grid)', 'start += 5)'],
  ['residents who are away', 'solver/tables.ts', ' || resident.unavailable.some((away) => overlaps(span, away))', ''],
  ['protected routines', 'solver/tables.ts', 'if (broken) return [];', ''],
  ['protected routines, their own activity sticking out', 'solver/tables.ts', '!(activity.id === routine.activity && isInside(span, occurrence))', '!(activity.id === routine.activity)'],
  ['budgets', 'solver/diary.ts', '(this.spent[resident] ?? 0) + (this.cost[activity] ?? 0) <= (this.budget[resident] ?? 0)', 'resident >= 0 && activity >= 0'],
  ['budgets, by a penny', 'solver/diary.ts', '(this.cost[activity] ?? 0) <=', '(this.cost[activity] ?? 0) - 1 <='],
  ['what is not for them', 'solver/tables.ts', '!Object.hasOwn(resident.value, activity.id) || ', ''],
  ['sessions a day', 'solver/diary.ts', '>= (this.maxPerDay[resident] ?? 0)', '>= 99'],
  ['the same twice a day', 'solver/diary.ts', '(this.timesOnDay[row] ?? 0) >= (timesADay[row] ?? 0)', '(this.timesOnDay[row] ?? 0) >= 99 + (timesADay[row] ?? 0)'],
  ['one resident in two places', 'solver/week.ts', 'this.residentBusy.isFree(resident, slot) && ', ''],
  ['one carer in two places', 'solver/week.ts', 'return this.staffBusy.isFree(person, slot);', 'return person >= 0 || slot.id >= 0;'],
  ['avoids', 'solver/tables.ts', 'at(residents, a).avoids.includes(at(residents, b).id) || at(residents, b).avoids.includes(at(residents, a).id)', 'a < 0 && b < 0'],
  ['avoids, one way only', 'solver/tables.ts', 'at(residents, a).avoids.includes(at(residents, b).id) || at(residents, b).avoids.includes(at(residents, a).id)', 'at(residents, a).avoids.includes(at(residents, b).id)'],
  ['declines', 'solver/tables.ts', 'at(residents, r).declinedStaff.includes(at(staff, s).id)', 'r < 0 && s < 0'],
  ['declines, of drivers', 'solver/compose.ts', 'for (const driver of transport.drivers) if (week.friends.declines(resident, driver)) continue next;', ''],
  ['ratios', 'solver/tables.ts', 'Math.ceil((ratio.staff * scale) / ratio.residents)', '0 * scale'],
  ['ratios: dedicated staff shared', 'solver/compose.ts', 'Math.ceil(nextOwn / scale) + Math.ceil(nextCommon / scale)', 'Math.ceil((nextOwn + nextCommon) / scale)'],
  ['ratios: at home and away', 'solver/tables.ts', "out: supportTable(residents, 'out')", "out: supportTable(residents, 'home')"],
  ['ratios: drivers who only drive', 'solver/compose.ts', 'supporting: activity.driverSupports ? drivers.length : 0', 'supporting: drivers.length'],
  ['skills', 'solver/crew.ts', 'held(holders, already) + held(holders, crew) < many', 'held(holders, already) + held(holders, crew) < 0 * many'],
  ['group sizes', 'solver/compose.ts', ' && chosen.length < activity.group.max', ''],
  ['least group', 'solver/compose.ts', 'if (chosen.length < activity.group.min || worth <= bestWorth) continue;', 'if (worth <= bestWorth) continue;'],
  ['sessions in all', 'solver/compose.ts', 'if ((week.sessionsOf[slot.activity] ?? 0) >= activity.maxSessions) return null;', ''],
  ['rooms’ size', 'solver/compose.ts', 'capacity >= heads && ', ''],
  ['rooms’ hours', 'solver/tables.ts', 'rooms.filter((room) => isInsideOne(span, at(problem.rooms, room).available))', 'rooms'],
  ['support, when one more joins', 'solver/crew.ts', 'const size = week.staffNeeded(session);', 'const size = staff.length;'],
  ['floor cover, when one more joins', 'solver/crew.ts', 'if (week.spareIn(slot) < size - staff.length) return false;', ''],
  ['somebody who declines, when one more joins', 'solver/seats.ts', ' && !week.friends.declinesAny(session, resident)', ''],
  ['two groups in a room', 'solver/week.ts', 'return this.roomBusy.isFree(room, slot);', 'return room >= 0 || slot.id >= 0;'],
];

function copyOf() {
  const folder = mkdtempSync(path.join(tmpdir(), 'promenade-sabotage-'));
  mkdirSync(path.join(folder, 'libs'));
  cpSync(path.join(ROOT, 'libs/planner'), path.join(folder, 'libs/planner'), { recursive: true, filter: (from) => !from.includes('node_modules') });
  for (const file of ['.swcrc', 'package.json']) cpSync(path.join(ROOT, file), path.join(folder, file));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'jest.config.mjs'), `export default { testEnvironment: 'node', extensionsToTreatAsEsm: ['.ts'], transform: { '^.+\\\\.ts$': ['@swc/jest', { swcrc: true }] }, moduleFileExtensions: ['ts', 'js', 'mjs', 'json'], testMatch: ['<rootDir>/libs/planner/src/**/*.spec.ts'], testTimeout: 300000 };\n`);
  return folder;
}

function run(folder, spec) {
  const results = path.join(folder, 'results.json');
  rmSync(results, { force: true });
  spawnSync(process.execPath, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', path.join(ROOT, 'node_modules/jest/bin/jest.js'), '--rootDir', folder, '--runInBand', '--json', `--outputFile=${results}`, spec], { cwd: folder, stdio: 'ignore' });
  if (!existsSync(results)) throw new Error('jest said nothing');
  const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
  return testResults.flatMap(({ assertionResults, message, status }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => fullName);
    return failed.length === 0 && status === 'failed' ? [`a spec does not run: ${message.split('\n').find(Boolean)}`] : failed;
  });
}

const words = process.argv.length > 2 ? process.argv.slice(2) : [''];
const folder = copyOf();
const missed = [];
try {
  const already = new Set(SPECS.flatMap((spec) => run(folder, spec)));
  if (already.size > 0) console.log(`red before anything is spoilt: ${[...already].join('; ')}`);
  for (const [what, file, from, to] of SABOTAGES.filter(([name]) => words.some((word) => name.includes(word)))) {
    const target = path.join(folder, 'libs/planner/src', file);
    const whole = readFileSync(target, 'utf8');
    if (!whole.includes(from)) {
      missed.push(what);
      console.log(`✕ ${what}: the line to spoil is not in ${file} any more`);
      continue;
    }
    writeFileSync(target, whole.replace(from, () => to));
    const failed = SPECS.reduce((red, spec) => (red.length > 0 ? red : run(folder, spec).filter((name) => !already.has(name))), []);
    writeFileSync(target, whole);
    if (failed.length === 0) missed.push(what);
    console.log(`${failed.length > 0 ? '✓ caught' : '✕ NOT caught'} ${what}: ${failed.length} red${failed[0] ? `, first “${failed[0]}”` : ''}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(missed.length === 0 ? 'every one was caught' : `not caught: ${missed.join('; ')}`);
process.exitCode = missed.length === 0 ? 0 : 1;
