import { CircleCheck, CircleX, Clock, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { TapChoice } from '@promenade/ui/choice';
import { Stack } from '@promenade/ui/layout';
import { Table } from '@promenade/ui/table';
import styles from './import.module.css';
import type { Run } from './run.ts';
import { words } from './words.ts';

type Line = Run['rows'][number];
const AT_ONCE = 40;

const needsLooking = (row: Line) => row.verdict !== 'good' || row.effect === 'waits' || row.effect === 'leave out';

/** Every line of the file, those that need looking at first in sight; long files come a piece at a time. */
export function Rows({ run }: { run: Run }) {
  const toLookAt = run.rows.filter(needsLooking);
  const [filter, setFilter] = useState<'look' | 'all'>(toLookAt.length > 0 ? 'look' : 'all');
  const [shown, setShown] = useState(AT_ONCE);
  const rows = filter === 'look' ? toLookAt : run.rows;
  return (
    <Stack gap={4} as="section">
      <h2>{words.rows}</h2>
      <TapChoice legend={words.show} hideLegend layout="row" value={filter} onTap={(value) => { setFilter(value); setShown(AT_ONCE); }}
        options={[{ value: 'look', label: words.needLooking(toLookAt.length) }, { value: 'all', label: words.all(run.rows.length) }]} />
      <Table caption={words.rows} hideCaption lines={rows.slice(0, shown)} lineKey={(row) => String(row.line)} empty={<p role="status">{words.nothingToLookAt}</p>} columns={[
        { key: 'who', heading: words.who, names: true, cell: (row) => row.title },
        { key: 'line', heading: words.line, cell: (row) => row.line },
        { key: 'verdict', heading: words.look, cell: (row) => <Verdict row={row} /> },
        { key: 'what', heading: words.what, cell: (row) => <Outcome row={row} /> },
      ]} />
      {rows.length > shown && <div><Button onClick={() => setShown(shown + AT_ONCE * 3)}>{words.more(Math.min(AT_ONCE * 3, rows.length - shown))}</Button></div>}
    </Stack>
  );
}

function Verdict({ row }: { row: Line }) {
  if (row.effect === 'waits') return <Badge tone="owed" icon={<Clock />}>{words.waits}</Badge>;
  if (row.verdict === 'refused') return <Badge tone="missed" icon={<CircleX />}>{words.verdict[row.verdict]}</Badge>;
  if (row.verdict === 'check') return <Badge tone="owed" icon={<TriangleAlert />}>{words.verdict[row.verdict]}</Badge>;
  return <Badge tone="kept" icon={<CircleCheck />}>{words.verdict[row.verdict]}</Badge>;
}

function Outcome({ row }: { row: Line }) {
  const [pressing, remarks] = [row.notes.filter(({ level }) => level !== 'info'), row.notes.filter(({ level }) => level === 'info')];
  return (
    <Stack gap={2}>
      <span>{row.summary}</span>
      {pressing.length > 0 && (
        <ul role="list" className={styles.notes}>
          {pressing.map((note) => <li key={note.message} className={note.level === 'refused' ? styles.refused : undefined}>{note.message}</li>)}
        </ul>
      )}
      {remarks.length > 0 && (
        <details className={styles.few}>
          <summary>{words.remarks(remarks.length)}</summary>
          <ul role="list" className={styles.notes}>{remarks.map((note) => <li key={note.message} className={styles.soft}>{note.message}</li>)}</ul>
        </details>
      )}
    </Stack>
  );
}
