import { CircleHelp } from 'lucide-react';
import { Button } from '@promenade/ui/button';
import { useEffect, useState } from 'react';
import type { About, WhyAnswer } from './board-answers.ts';
import type { Thinker } from './board-thinker.ts';
import type { Week } from './board.ts';
import styles from './outlook.module.css';
import { words } from './words.ts';

export type Unmet = { readonly about: About; readonly said: string };

/** What this week does not do for somebody yet; why not is worked out when somebody asks. */
export function WhyPanel({ week, title, unmet, thinker }: { week: Week; title: string; unmet: readonly Unmet[]; thinker: Thinker }) {
  return (
    <details className={styles.more}>
      <summary>{title}</summary>
      <ul role="list" className={styles.whys}>
        {unmet.map(({ about, said }) => <OneUnmet key={`${about.id} ${week.live.version}`} week={week} about={about} said={said} thinker={thinker} />)}
      </ul>
    </details>
  );
}

function OneUnmet({ week, about, said, thinker }: Unmet & { week: Week; thinker: Thinker }) {
  const [isAsked, setAsked] = useState(false);
  const [why, setWhy] = useState<WhyAnswer | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    let isWanted = true;
    const { problem, called, live } = week;
    void thinker.why({ problem, called, sessions: live.sessions }, about).then((answer) => isWanted && setWhy(answer));
    return () => { isWanted = false; };
  }, [isAsked, week, about, thinker]);
  return (
    <li>
      <span>{said}</span>
      {!isAsked && <Button kind="plain" icon={<CircleHelp />} aria-label={words.why.askFor(said)} onClick={() => setAsked(true)}>{words.why.ask}</Button>}
      <div role="status">
        {isAsked && !why && <p>{words.why.thinking}</p>}
        {why && (
          <>
            <p>{why.title}</p>
            {why.ways.length > 0 && <ul className={styles.ways}>{why.ways.map((way) => <li key={way}>{way}</li>)}</ul>}
          </>
        )}
      </div>
    </li>
  );
}
