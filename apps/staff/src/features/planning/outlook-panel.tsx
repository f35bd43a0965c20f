import { Notice } from '@promenade/ui/notice';
import { Progress } from '@promenade/ui/progress';
import { useEffect, useMemo, useState } from 'react';
import type { Thinker } from './board-thinker.ts';
import { type Outlook, type Week, outlookOf } from './board.ts';
import styles from './outlook.module.css';
import { WhyPanel } from './why-panel.tsx';
import { UNTIL_STOPPED, words } from './words.ts';

type Count = 'promises' | 'routines' | 'someone' | 'enough';

/** How good the week is, in people's terms; while the planner looks, how far it has got and what it has gained. */
export function OutlookPanel({ week, thinker }: { week: Week; thinker: Thinker }) {
  const outlook = useMemo(() => outlookOf(week), [week]);
  const { search } = week.live;
  const isSearching = search?.state === 'running' || search?.state === 'waiting';
  const began = useBegan(outlook, isSearching);
  const bar = (key: Count, label: string) => outlook[key][1] > 0 && (
    <Progress key={key} label={label} value={outlook[key][0]} of={outlook[key][1]} says={`${words.board.ofMany(...outlook[key])}${gain(outlook[key][0] - began[key][0])}`} tone={key === 'promises' && outlook[key][0] < outlook[key][1] ? 'owed' : 'kept'} />
  );
  return (
    <section className={styles.outlook} aria-label={words.board.how}>
      {search && isSearching && <Searching search={search} />}
      <div className={styles.bars}>
        {bar('promises', words.board.promises)}
        {bar('routines', words.board.routines)}
        {bar('someone', words.board.someone)}
        {bar('enough', words.board.enough)}
      </div>
      <div className={styles.notYet}>
        {outlook.nothingYet.length > 0 && <p>{words.board.nothingYet(outlook.nothingYet)}</p>}
        {outlook.notKept.length > 0 && !isSearching && <WhyPanel week={week} title={words.why.title(outlook.notKept.length)} unmet={outlook.notKept.map(({ id, name, what }) => ({ about: { of: 'promise', id }, said: `${name}: ${what}` }))} thinker={thinker} />}
        {outlook.notKept.length > 0 && isSearching && <p>{words.board.notKept(outlook.notKept.slice(0, 8).map(({ name, what }) => `${name} (${what})`))}</p>}
        {outlook.tooLittle.length > 0 && !isSearching && (
          <WhyPanel week={week} title={words.board.tooLittle(outlook.tooLittle.length)} unmet={outlook.tooLittle.map(({ id, name, more }) => ({ about: { of: 'person', id }, said: words.board.wants(name, more) }))} thinker={thinker} />
        )}
        <Points parts={outlook.parts} />
      </div>
      {!isSearching && search?.state === 'done' && week.status === 'draft' && <Notice kind="good" live="polite">{words.board.done}</Notice>}
      {!isSearching && search?.state === 'stopped' && week.status === 'draft' && <Notice live="polite">{words.board.stopped}</Notice>}
    </section>
  );
}

/** How the week stood when the planner began. */
function useBegan(outlook: Outlook, isSearching: boolean): Outlook {
  const [began, setBegan] = useState(outlook);
  const [was, setWas] = useState(isSearching);
  if (was !== isSearching) {
    setWas(isSearching);
    if (isSearching) setBegan(outlook);
  }
  return isSearching ? began : outlook;
}

function gain(more: number): string {
  return more > 0 ? ` (${words.board.gained(more)})` : '';
}

function Searching({ search: { state, seconds, elapsed } }: { search: NonNullable<Week['live']['search']> }) {
  const ticks = useTicks(state === 'running');
  // What is heard comes with each better week; the clock goes on while none is found.
  const done = Math.min(seconds, Math.max(Math.round(elapsed / 1000), ticks));
  const says = seconds >= UNTIL_STOPPED ? words.board.untilStopped(done) : words.board.seconds(done, seconds);
  return (
    <div className={styles.searching}>
      <Progress label={state === 'waiting' ? words.board.waiting : words.board.searching} value={done} of={seconds} says={says} tone="calm" />
    </div>
  );
}

/** Seconds since it began to run, as this page saw it. */
function useTicks(isRunning: boolean): number {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    const ticking = setInterval(() => setTicks((before) => before + 1), 1000);
    return () => clearInterval(ticking);
  }, [isRunning]);
  return ticks;
}

/** What the score is made of, in plain words. */
function Points({ parts }: Pick<Outlook, 'parts'>) {
  return (
    <details className={styles.more}>
      <summary>{words.board.score(Object.values(parts).reduce((sum, points) => sum + points, 0))}</summary>
      <dl className={styles.points}>
        {(Object.keys(words.parts) as (keyof typeof words.parts)[]).map((key) => (
          <div key={key}><dt>{words.parts[key]}</dt><dd>{words.compare.points(parts[key])}</dd></div>
        ))}
      </dl>
    </details>
  );
}
