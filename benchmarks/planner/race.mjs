/** Runs a solver in processes of its own, with one limit of time for all of them, and keeps the time and the memory it took. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setInterval, clearInterval } from 'node:timers';

/** Seconds over its limit that a process may take before it is ended. */
export const GRACE = 10;
const LOOK_EVERY = 50;
const PROCESSOR_CLOCK = new URL('./processor-clock.mjs', import.meta.url).href;

/**
 * Starts one process for each list of arguments; {output, killed, milliseconds, memory in MB and cpu in seconds, or null,
 * status} for each. `byProcessor`, a number of threads or null, makes it seconds of processor time for each thread.
 */
export function run(argumentLists, limit) {
  return Promise.all(argumentLists.map((args) => runOne(args, limit)));
}

function runOne(args, { seconds, byProcessor }) {
  const began = performance.now();
  const clock = byProcessor === null ? [] : ['--import', PROCESSOR_CLOCK];
  const env = { ...process.env, CLOCK_THREADS: String(byProcessor ?? 1) };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...clock, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const found = { output: '', complaint: '', killed: false, memory: null, cpu: null };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    found.output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    found.complaint = (found.complaint + text).slice(-2000);
  });
  const spent = () => (byProcessor === null ? (performance.now() - began) / 1000 : (found.cpu ?? 0) / byProcessor);
  const looking = setInterval(() => {
    Object.assign(found, usage(child.pid));
    if (spent() <= seconds + GRACE) return;
    found.killed = true;
    child.kill('SIGKILL');
  }, LOOK_EVERY);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(looking);
      resolve({ ...found, status, milliseconds: spent() * 1000 });
    });
  });
}

/** Clock ticks of the kernel in a second, the same on every Linux in use. */
const TICKS = 100;

/** The most memory the process ever held and the processor time it had; nothing where the system does not say. */
function usage(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const [, userTicks, systemTicks] = /\) \S(?: -?\d+){10} (\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    if (kilobytes === undefined || userTicks === undefined) return {};
    return { memory: Number(kilobytes) / 1024, cpu: (Number(userTicks) + Number(systemTicks)) / TICKS };
  } catch {
    return {};
  }
}
