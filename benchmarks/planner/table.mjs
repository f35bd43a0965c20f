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
    `ended ${seconds(result.seconds)}${result.killed ? ', by force' : ''}`,
  ].join('  ');
}

/** Markdown: a row for each instance, ours and then each rival. */
export function page(rows, names, about) {
  const [, ...rivals] = names;
  const heads = ['instance', 'limit', 'best known', 'Promenade', '%', 'first legal', 'to 99 %', 'ended', 'memory', 'CPU', ...rivals.flatMap((name) => [name, '%', 'its best at', 'memory', 'CPU'])];
  const cells = ({ id, limit, best, results: [ours, ...others] }) => [
    id,
    `${limit} s`,
    points(best),
    points(ours.score),
    percent(ours.score, best),
    seconds(ours.first),
    seconds(ours.secondsTo(nearly(best))),
    seconds(ours.seconds),
    memory(ours.memory),
    seconds(ours.cpu),
    ...rivals.flatMap((_, i) => {
      const rival = others[i];
      return [points(rival.score), percent(rival.score, best), seconds(rival.best), memory(rival.memory), seconds(rival.cpu)];
    }),
  ];
  const row = (texts) => `| ${texts.join(' | ')} |`;
  return [row(heads), row(heads.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map((one) => row(cells(one))), '', about, ''].join('\n');
}
