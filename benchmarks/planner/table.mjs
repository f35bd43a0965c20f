/** What the benchmark says, on the terminal and as a page. */
const dash = '–';

export const points = (score) => String(score).replace('-', '−');
const seconds = (number) => (number === null ? dash : `${number.toFixed(1)} s`);
const memory = (megabytes) => (megabytes === null ? dash : `${Math.round(megabytes)} MB`);

/** Of the best known; a plan worth less than nothing is no share of anything. */
export function percent(score, best) {
  if (best <= 0) return score === best ? '100.0 %' : dash;
  return score < 0 ? 'below 0' : `${((100 * score) / best).toFixed(1)} %`;
}

const nearly = (best) => best - 0.01 * Math.abs(best);

/** One line for the terminal. */
export function line(name, result, best) {
  return [
    `  ${name.padEnd(10)}`,
    points(result.score).padStart(8),
    percent(result.score, best).padStart(8),
    `first ${seconds(result.first)}`.padStart(13),
    `99 % ${seconds(result.secondsTo(nearly(best)))}`.padStart(13),
    `its best ${seconds(result.best)}`.padStart(16),
    memory(result.memory).padStart(8),
    `CPU ${seconds(result.cpu)}`.padStart(11),
    `ended ${ended(result)}`,
  ].join('  ');
}

/** Markdown: who scored what; how soon ours got there; what it took each of them. */
export function page(rows, names, about) {
  const rivals = names.slice(1);
  const scores = table(['instance', 'limit', 'best known', ...names.flatMap((name) => [name, '%'])], rows, ({ limit, best, results }) => [
    `${limit} s`,
    points(best),
    ...results.flatMap(({ score }) => [points(score), percent(score, best)]),
  ]);
  const pace = table(['instance', 'first legal', 'to 99 %', 'its best at', 'ended', ...rivals.flatMap((name) => [`${name}: its best at`, 'ended'])], rows, ({ best, results: [ours, ...others] }) => [
    ...[ours.first, ours.secondsTo(nearly(best)), ours.best].map(seconds),
    ended(ours),
    ...others.flatMap((rival) => [seconds(rival.best), ended(rival)]),
  ]);
  const cost = table(['instance', ...names.flatMap((name) => [`${name}: memory`, 'CPU'])], rows, ({ results }) => results.flatMap((one) => [memory(one.memory), seconds(one.cpu)]));
  return [scores, pace, cost, about].map((part) => `${part}\n`).join('\n');
}

const ended = (result) => `${seconds(result.seconds)}${result.killed ? ', by force' : ''}`;

function table(heads, rows, cellsOf) {
  const row = (texts) => `| ${texts.join(' | ')} |`;
  return [row(heads), row(heads.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map((one) => row([one.id, ...cellsOf(one)]))].join('\n');
}
