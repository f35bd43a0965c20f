import { Check } from 'lucide-react';
import { useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { RefusedNotice } from '@promenade/ui/notice';
import { type Refused, RequestError, refusalIn } from '@promenade/ui/request.ts';
import type { Round, Suggested, Whom } from './assessment-page.tsx';
import styles from './self-assessment.module.css';
import { useTake } from './take.ts';
import { words } from './words.ts';

/** What the answers could become, each for one tap. */
export function LeadsTo({ round, whom }: { round: Round; whom: Whom }) {
  return (
    <Card title={words.leads}>
      {round.suggestions.length === 0 ? <p className={styles.soft}>{words.leadsNone}</p> : (
        <>
          <p className={styles.soft}>{words.leadsLead}</p>
          <ul role="list" className={styles.lines}>
            {round.suggestions.map((each) => <Suggestion key={each.id} suggested={each} round={round} whom={whom} />)}
          </ul>
        </>
      )}
    </Card>
  );
}

function Suggestion({ suggested, round, whom }: { suggested: Suggested; round: Round; whom: Whom }) {
  const take = useTake(whom, round);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ refused?: Refused | null; error: RequestError | null }>({ error: null });
  async function tap(): Promise<void> {
    setBusy(true);
    setFailed({ error: null });
    try {
      setFailed({ refused: refusalIn(await take(suggested)), error: null });
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFailed({ error });
    } finally {
      setBusy(false);
    }
  }
  return (
    <li>
      <div className={styles.said}>
        <p className={styles.what}>{suggested.words}{suggested.from && suggested.to && `, ${words.hours(suggested.from, suggested.to)}`}</p>
        {suggested.barrier && <p>{words.barrier(suggested.barrier)}</p>}
        <p className={styles.soft}>{suggested.why}</p>
        <RefusedNotice refused={failed.refused} />
        <Failed error={failed.error} />
      </div>
      {suggested.taken ? <Badge tone="kept"><Check size="1em" aria-hidden="true" /> {words.taken}: {words.kind[suggested.kind]}</Badge>
        : <Button busy={isBusy} aria-label={`${words.take[suggested.kind] ?? ''}: ${suggested.words}`} onClick={() => void tap()}>{words.take[suggested.kind]}</Button>}
    </li>
  );
}
