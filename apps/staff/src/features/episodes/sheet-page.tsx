import { ArrowLeft, Printer } from 'lucide-react';
import { useParams } from 'wouter';
import { sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { useMe } from '../../app/me.ts';
import { useToday } from './episode-forms.tsx';
import { pictureDocument } from './episodes.graphql.ts';
import { type Picture, rungWords } from './happened.tsx';
import styles from './sheet.module.css';
import type { Stay } from './stay-page.tsx';
import { words } from './words.ts';

/** The review on paper, in large print: the person's words first, then the lines and the days behind them. */
export function ReviewSheetPage() {
  const { id = '' } = useParams();
  const asked = useAsk(pictureDocument, { residentId: id });
  return (
    <Asked of={asked}>
      {({ reviewPicture, stayOf }) => (
        <Page title={words.sheetTitle(stayOf.name)} lead={words.sheetLead} kicker={<a href={`/people/${id}/episode`}><ArrowLeft aria-hidden="true" size="1em" /> {words.sheetBack}</a>}
          actions={<Button kind="primary" icon={<Printer />} onClick={() => window.print()}>{words.print}</Button>}>
          <Sheet stay={stayOf} picture={reviewPicture} />
        </Page>
      )}
    </Asked>
  );
}

function Sheet({ stay, picture }: { stay: Stay; picture: Picture }) {
  const { home } = useMe();
  const today = useToday();
  const episode = stay.episode ?? stay.past[0] ?? null;
  const [last] = stay.sittings;
  const [plan] = episode?.plans ?? [];
  const parts = Object.entries(words.planParts) as [keyof typeof words.planParts, string][];
  const said = [episode && [words.wantsFrom, episode.purpose], last && [`${words.howIs}, ${sayDay(last.heldOn)}`, last.say], last?.enjoyed && [words.enjoyedSay, last.enjoyed], last?.homeSay && [words.homeSay, last.homeSay]].filter((each) => Array.isArray(each));
  return (
    <article className={styles.paper} data-paper="">
      <style>{PRINTED}</style>
      <h2 className={styles.name}>{stay.name}</h2>
      <p>{home.name}. {words.sheetPrinted(sayDay(today))}. {picture.sinceWords}.</p>
      {said.length > 0 && (
        <section className={styles.block}>
          <h3>{words.sheetWords}</h3>
          {said.map(([what, own]) => <p key={what}><span className={styles.small}>{what}</span><br /><strong>“{own}”</strong></p>)}
        </section>
      )}
      {picture.outcomes.map((outcome) => (
        <section key={outcome.id} className={styles.block}>
          <h3>“{outcome.words}”</h3>
          <p>{outcome.why}</p>
          {last?.results.filter(({ outcomeId }) => outcomeId === outcome.id).map(({ result, say }) => <p key={result}><strong>“{say}”</strong> {words.resultNames[result] ?? result}, {sayDay(last.heldOn)}</p>)}
          {outcome.levels.length === 0 ? <p>{words.noLevels}</p> : <ul>{outcome.levels.map((level) => <li key={`${level.rater}${level.raterName}`}>{words.raters[level.rater] ?? level.rater}: “{level.sentence}” ({level.raterName}, {sayDay(level.day)})</li>)}</ul>}
        </section>
      ))}
      <section className={styles.block}>
        <h3>{words.happened}</h3>
        <p>{words.enjoyed}: {picture.enjoyed.length === 0 ? words.enjoyedNone : `${picture.enjoyed.map(({ what, times }) => words.enjoyedTimes(what, times)).join('; ')}.`}</p>
        <p>{words.support}: {picture.support.planned === 0 ? words.supportNone : words.supportWas(picture.support.real, picture.support.planned)}</p>
        <p>{words.promises}: {picture.promises.due === 0 ? words.promisesNone : words.promisesWere(picture.promises.kept, picture.promises.due)}</p>
      </section>
      {picture.tasks.map((task) => <TaskOnPaper key={task.id} task={task} />)}
      {(stay.home.isAsked || stay.shortStay) && (
        <section className={styles.block}>
          <h3>{words.home}</h3>
          <p><strong>{stay.home.words}</strong></p>
          {stay.home.missing.length > 0 && <ul>{stay.home.missing.map((each) => <li key={each}>{each}</li>)}</ul>}
        </section>
      )}
      {last && last.actions.length > 0 && (
        <section className={styles.block}>
          <h3>{words.actions}</h3>
          <ul>{last.actions.map((action) => <li key={action.id}>{action.what}. {words.actionBy(action.who, sayDay(action.byDate))}{action.doneOn && `. ${words.actionDoneBy(action.doneByName ?? '', sayDay(action.doneOn))}`}</li>)}</ul>
        </section>
      )}
      {plan && (
        <section className={styles.block}>
          <h3>{words.plan}</h3>
          <dl className={styles.plan}>{parts.map(([part, name]) => <div key={part}><dt>{name}</dt><dd>{plan[part]}</dd></div>)}</dl>
          <p><strong>“{plan.say}”</strong></p>
        </section>
      )}
      <section className={styles.notes}><h3>{words.sheetSpace}</h3></section>
    </article>
  );
}

type Task = Picture['tasks'][number];
const [WIDTH, HEIGHT, TOP] = [560, 150, 6];
/** So many of the latest days stand in the table on paper; the line shows them all. */
const LATEST_DAYS = 14;

/** The line with what was hoped for, told apart by dashes and not by colour; then the days behind it. */
function TaskOnPaper({ task }: { task: Task }) {
  const at = (day: string) => Date.parse(day);
  const [first, final] = [at(task.startedOn), Math.max(at(task.hopedOn), ...task.points.map(({ day }) => at(day)))];
  const x = (day: string) => (final === first ? 0 : ((at(day) - first) / (final - first)) * WIDTH);
  const y = (rung: number) => HEIGHT - (rung / TOP) * HEIGHT;
  const latest = task.points.slice(-LATEST_DAYS);
  return (
    <section className={styles.block}>
      <h3>{task.name}</h3>
      <p>{words.going[task.going] ?? task.going}. {task.progress}</p>
      <svg viewBox={`-6 -8 ${WIDTH + 12} ${HEIGHT + 16}`} role="img" aria-label={`${words.taskChart(task.name)}. ${task.progress}`} className={styles.chart}>
        {Array.from({ length: TOP + 1 }, (_, rung) => <line key={rung} x1={0} x2={WIDTH} y1={y(rung)} y2={y(rung)} className={styles.rule} />)}
        <line x1={x(task.startedOn)} x2={x(task.hopedOn)} y1={y(task.startRung)} y2={y(task.hopedRung)} className={styles.hoped} />
        {task.points.length > 1 && <polyline points={task.points.map(({ day, rung }) => `${x(day).toFixed(1)},${y(rung).toFixed(1)}`).join(' ')} className={styles.line} />}
        {task.points.map(({ day, rung }) => <circle key={day} cx={x(day)} cy={y(rung)} r={4} />)}
      </svg>
      <p className={styles.small}>{rungWords(0)} (0) – {rungWords(TOP)} (6). {words.sheetHoped}: {rungWords(task.hopedRung)}, {sayDay(task.hopedOn)}.</p>
      {latest.length > 0 && (
        <table className={styles.table}>
          <caption>{words.sheetTable}</caption>
          <thead><tr><th scope="col">{words.sheetDay}</th><th scope="col">{words.sheetRung}</th></tr></thead>
          <tbody>{latest.map(({ day, rung }) => <tr key={day}><th scope="row">{sayDay(day)}</th><td>{rungWords(rung)}</td></tr>)}</tbody>
        </table>
      )}
    </section>
  );
}

/** On paper there is the sheet and nothing else. */
const PRINTED = `@page { size: A4 portrait; margin: 14mm }
@media print {
  body :has([data-paper]) > :not(:has([data-paper]), [data-paper]), body > :not(:has([data-paper])) { display: none !important }
  html, body, body :has([data-paper]) { display: block !important; position: static !important; width: auto !important; max-width: none !important; height: auto !important; min-height: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; background: #fff !important }
}`;
