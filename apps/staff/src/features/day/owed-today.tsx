import { useState } from 'react';
import { sayDay } from '@promenade/domain/shared/time';
import { StateChip } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Picture } from '@promenade/ui/picture';
import type { AtRisk, DuePromise } from './day.ts';
import styles from './day.module.css';
import { words } from './words.ts';

const FIRST = 6;

/** What is due today, what was missed and not explained, and what is at risk with who decides about it. */
export function DuePromises({ promises, atRisk, today }: { promises: readonly DuePromise[]; atRisk: readonly AtRisk[]; today: string }) {
  const [all, setAll] = useState(false);
  const risky = new Map(atRisk.map((each) => [each.id, each]));
  const list = [
    ...promises.map((each) => ({ ...each, mustAct: risky.get(each.id)?.mustAct ?? null })),
    ...atRisk.filter(({ id }) => !promises.some((each) => each.id === id)).map((each) => ({ ...each, unexplained: false })),
  ];
  const shown = all ? list : list.slice(0, FIRST);
  return (
    <Card title={<span id="promises">{words.promises}</span>} tone={promises.some(({ unexplained }) => unexplained) ? 'missed' : undefined}>
      {list.length === 0 ? <p className={styles.soft}>{words.noPromises}</p> : (
        <ul role="list" className={styles.lines}>
          {shown.map((each) => (
            <li key={each.id} className={styles.line}>
              <Picture name={each.picture ?? 'handshake'} size="small" />
              <span className={styles.lineWords}>
                <a href={`/promises/${each.id}`}><strong>{each.residentName}</strong>: {each.words}</a>
                <span className={styles.soft}>{[each.dueOn === today ? words.dueToday : sayDay(each.dueOn), each.mustAct && words.atRiskWho(each.mustAct)].filter(Boolean).join(' · ')}</span>
              </span>
              <StateChip state={each.unexplained ? 'unexplained' : risky.has(each.id) || !each.plannedFor ? 'atRisk' : 'scheduled'} />
            </li>
          ))}
        </ul>
      )}
      {list.length > shown.length && <Button onClick={() => setAll(true)}>{words.more(list.length - shown.length)}</Button>}
    </Card>
  );
}
