import { useState } from 'react';
import { taskInLibrary } from '@promenade/domain/reablement/task-library';
import { clockIn, sayDay } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { Stack } from '@promenade/ui/layout';
import { words as shared } from '@promenade/ui/words.ts';
import { useMe } from '../../app/me.ts';
import { words as ladder } from '../../ladder/words.ts';
import styles from './reablement.module.css';
import type { Task } from './task-card.tsx';
import { words } from './words.ts';

/** What the library knows of the task: what to leave to them first, its steps, what helps, what to watch for. */
export function HowTo({ libraryKey, begin }: { libraryKey: string | null; begin: string | null }) {
  const known = taskInLibrary(libraryKey);
  if (!known && !begin) return null;
  return (
    <details className={styles.more}>
      <summary>{words.howTo}</summary>
      <Stack gap={3}>
        {begin && <p className={styles.begin}>{begin}</p>}
        {known && (
          <>
            <section><h3 className={styles.part}>{words.steps}</h3><ol className={styles.steps}>{known.steps.map((step) => <li key={step}>{step}</li>)}</ol></section>
            <section>
              <h3 className={styles.part}>{words.rungs}</h3>
              <dl className={styles.rungs}>{Object.entries(known.rungs).map(([rung, what]) => <div key={rung}><dt>{shared.ladder[Number(rung)]}</dt><dd>{what}</dd></div>)}</dl>
            </section>
            <section><h3 className={styles.part}>{words.aids}</h3><p>{known.aids.join(' · ')}</p></section>
            <section><h3 className={styles.part}>{words.watchFor}</h3><p>{known.watchFor.join(' · ')}</p></section>
          </>
        )}
      </Stack>
    </details>
  );
}

const FIRST = 12;

/** Every tap, with who made it, with what aid, where, and what was different. */
export function TapHistory({ taps }: { taps: Task['taps'] }) {
  const { zone } = useMe().home;
  const [isAll, setAll] = useState(false);
  if (taps.length === 0) return null;
  const shown = isAll ? taps : taps.slice(0, FIRST);
  return (
    <details className={styles.more}>
      <summary>{words.history(taps.length)}</summary>
      <ul role="list" className={styles.taps}>
        {shown.map((tap) => (
          <li key={tap.id}>
            <p><strong>{shared.ladder[tap.rung]}</strong>{!tap.counts && <span className={styles.soft}> · {words.later}</span>}</p>
            <p className={styles.soft}>{[words.by(tap.recordedByName, `${sayDay(tap.day)}, ${clockIn(zone, new Date(tap.at))}`), tap.where, tap.aid && ladder.with(tap.aid)].filter(Boolean).join(' · ')}</p>
            {tap.reason && <p>{words.why([ladder.reasons[tap.reason], tap.reasonWords].filter(Boolean).join(': '), tap.reasonByName ?? '')}</p>}
            {tap.note && <p>“{tap.note}”</p>}
          </li>
        ))}
      </ul>
      {!isAll && taps.length > FIRST && <Button onClick={() => setAll(true)}>{words.historyMore(taps.length - FIRST)}</Button>}
    </details>
  );
}
