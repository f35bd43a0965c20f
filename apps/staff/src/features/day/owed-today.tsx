import { useState } from 'react';
import { sayDay } from '@promenade/domain/shared/time';
import { StateChip } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Picture } from '@promenade/ui/picture';
import { Avatar } from '@promenade/ui/person-chip';
import type { DuePromise, Quiet } from './day.ts';
import styles from './day.module.css';
import { words } from './words.ts';

/** What is due today, and what was missed and not explained. */
export function DuePromises({ promises, today }: { promises: readonly DuePromise[]; today: string }) {
  return (
    <Card title={<span id="promises">{words.promises}</span>} tone={promises.some(({ unexplained }) => unexplained) ? 'missed' : undefined}>
      {promises.length === 0 ? <p className={styles.soft}>{words.noPromises}</p> : (
        <ul role="list" className={styles.lines}>
          {promises.map((each) => (
            <li key={each.id} className={styles.line}>
              <Picture name={each.picture ?? 'handshake'} size="small" />
              <span className={styles.lineWords}>
                <a href={`/promises/${each.id}`}><strong>{each.residentName}</strong>: {each.words}</a>
                <span className={styles.soft}>{each.dueOn === today ? words.dueToday : sayDay(each.dueOn)}</span>
              </span>
              <StateChip state={each.unexplained ? 'unexplained' : each.plannedFor ? 'scheduled' : 'atRisk'} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const FIRST = 6;

/** Who has had nothing meaningful for longest, with one thing each that is possible now. */
export function QuietList({ quiet }: { quiet: readonly Quiet[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? quiet : quiet.slice(0, FIRST);
  return (
    <Card title={<span id="quiet">{words.quiet}</span>}>
      <p className={styles.soft}>{quiet.length === 0 ? words.noQuiet : words.quietWhat}</p>
      <ul role="list" className={styles.lines}>
        {shown.map((each) => (
          <li key={each.residentId} className={styles.line}>
            <Avatar id={each.residentId} name={each.name} />
            <span className={styles.lineWords}>
              <span><a href={`/people/${each.residentId}`}><strong>{each.name}</strong></a> <span className={styles.days}>{words.quietDays(each.days)}</span></span>
              <span className={styles.soft}>{each.lastWhat ? words.lastTime(each.lastWhat) : words.never}</span>
              {each.plannedToday ? <span>{words.plannedToday(each.plannedToday)}</span> : each.suggestion && (
                <span>{words.could(each.suggestion)}{each.because && <span className={styles.because}>, {each.because}</span>}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {quiet.length > shown.length && <Button onClick={() => setAll(true)}>{words.more(quiet.length - shown.length)}</Button>}
    </Card>
  );
}
