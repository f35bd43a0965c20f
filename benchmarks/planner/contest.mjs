/**
 * What every rival's process does: reads INSTANCE SECONDS SEED [second], and writes a line {ms, score, plan} for each better plan
 * it finds, ms counted from when the process began.
 */
import { readFileSync, writeSync } from 'node:fs';

export function readTask() {
  const [file, seconds, seed, which] = process.argv.slice(2);
  return { problem: JSON.parse(readFileSync(file, 'utf8')), seconds: Number(seconds), seed: Number(seed), isSecond: which === 'second' };
}

/** Seconds left of the task's own, everything since the process began counted: loading and building the model too. */
export function secondsLeft({ seconds }) {
  return Math.max(0.1, seconds - performance.now() / 1000);
}

export function tell(score, plan, ms = performance.now()) {
  writeSync(1, `${JSON.stringify({ ms: Math.round(ms), score, plan })}\n`);
}
