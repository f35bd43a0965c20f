/**
 * Whether the house answers as fast while the planner works on two weeks as it does at rest: `npm run bench:house`,
 * beside a running `npm start` with the demo home. Prints what the day page waits, at rest and meanwhile, and the
 * ratio; both from one run, for on another machine, or another day, the milliseconds are others. The two drafts it
 * makes are taken away again.
 *
 *     npm run bench:house -- [http://127.0.0.1:4310] [--requests N]
 */
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { requests: { type: 'string', default: '200' } } });
const address = positionals[0] ?? 'http://127.0.0.1:4310';
const requests = Number(values.requests);
/** Weeks from today that are planned: far enough ahead that nobody has drafted them. */
const AHEAD = [14, 21];
const DAY_PAGE = '{ day { today sessions { id activityName } routines { __typename } quiet { __typename } } }';
let cookie = '';

async function ask(query, variables = {}) {
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-promenade': '1', cookie }, body: JSON.stringify({ query, variables }) });
  const fresh = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  if (fresh.length > 0) cookie = fresh.join('; ');
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

async function waits() {
  const times = [];
  for (let i = 0; i < requests; i += 1) {
    const from = performance.now();
    await ask(DAY_PAGE);
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b);
}

const quantile = (times, share) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
const inWords = (times) => `half within ${quantile(times, 0.5).toFixed(1)} ms, 95 % within ${quantile(times, 0.95).toFixed(1)} ms`;

function mondayIn(days) {
  const day = new Date(Date.now() + days * 86_400_000);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

const { demoPeople } = await ask('{ demoPeople { email } }');
const manager = demoPeople[0];
if (!manager) throw new Error(`There is no demo home at ${address}.`);
await ask('mutation ($email: String!) { signIn(email: $email, password: "demo") { __typename } }', { email: manager.email });
await waits();
const atRest = await waits();
const drafts = [];
for (const days of AHEAD) {
  const { startDraft } = await ask('mutation ($week: Day!) { startDraft(weekStarts: $week) { ... on Plan { id } } }', { week: mondayIn(days) });
  drafts.push(startDraft.id);
  await ask('mutation ($id: Id!) { solvePlan(id: $id, seconds: 120) { __typename } }', { id: startDraft.id });
}
await new Promise((resolve) => setTimeout(resolve, 3000));
const meanwhile = await waits();
const states = [];
for (const id of drafts) {
  const { planBoard } = await ask('query ($id: Id!) { planBoard(id: $id) { plan { search { state } } } }', { id });
  states.push(planBoard.plan.search?.state ?? 'none');
  await ask('mutation ($id: Id!) { stopSolving(id: $id) { __typename } }', { id });
}
await new Promise((resolve) => setTimeout(resolve, 1500));
for (const id of drafts) {
  const { planBoard } = await ask('query ($id: Id!) { planBoard(id: $id) { plan { version } } }', { id });
  await ask('mutation ($id: Id!, $version: Int!) { discardPlan(id: $id, version: $version) { __typename } }', { id, version: planBoard.plan.version });
}
console.log(`at rest:   ${inWords(atRest)}`);
console.log(`meanwhile: ${inWords(meanwhile)} (searches: ${states.join(', ')})`);
console.log(`ratio:     ${(quantile(meanwhile, 0.5) / quantile(atRest, 0.5)).toFixed(2)} for half, ${(quantile(meanwhile, 0.95) / quantile(atRest, 0.95)).toFixed(2)} for 95 %`);
