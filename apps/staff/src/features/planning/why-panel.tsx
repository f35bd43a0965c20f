import { CircleHelp } from 'lucide-react';
import { Button } from '@promenade/ui/button';
import { useEffect, useState } from 'react';
import type { WhyAnswer } from './board-answers.ts';
import type { Thinker } from './board-thinker.ts';
import type { Outlook, Week } from './board.ts';
import styles from './outlook.module.css';
import { words } from './words.ts';

/** The promises that have no place in this week yet; why not is worked out when somebody asks. */
export function WhyPanel({ week, notKept, thinker }: { week: Week; notKept: Outlook['notKept']; thinker: Thinker }) {
  return (
    <details className={styles.more}>
      <summary>{words.why.title(notKept.length)}</summary>
      <ul role="list" className={styles.whys}>
        {notKept.map(({ id, name, what }) => <Unkept key={`${id} ${week.live.version}`} week={week} id={id} said={`${name}: ${what}`} thinker={thinker} />)}
      </ul>
    </details>
  );
}

function Unkept({ week, id, said, thinker }: { week: Week; id: string; said: string; thinker: Thinker }) {
  const [isAsked, setAsked] = useState(false);
  const [why, setWhy] = useState<WhyAnswer | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    let isWanted = true;
    const { problem, called, live } = week;
    void thinker.why({ problem, called, sessions: live.sessions }, id).then((answer) => isWanted && setWhy(answer));
    return () => { isWanted = false; };
  }, [isAsked, week, id, thinker]);
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
