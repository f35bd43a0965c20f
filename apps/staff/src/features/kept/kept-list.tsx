/** The list behind one number: each time a promise came due, and what came of it. */
import { ArrowLeft } from 'lucide-react';
import { sayKey } from '@promenade/domain/kept/rate';
import { sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge, StateChip } from '@promenade/ui/badge';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import { Table } from '@promenade/ui/table';
import { type Behind, type Line, type Place, addressOf, titleOf } from './kept.ts';
import { keptListDocument } from './kept.graphql.ts';
import styles from './kept.module.css';
import { words } from './words.ts';

const text = words.list;
const STATES: Readonly<Record<string, 'kept' | 'partly' | 'missed'>> = { 'kept': 'kept', 'partly kept': 'partly', 'not kept': 'missed' };

export function KeptList({ place, behind, residentId }: { place: Place; behind: Behind; residentId: string | null }) {
  const asked = useAsk(keptListDocument, { residentId, period: place.period, ...behind });
  return (
    <Asked of={asked}>
      {({ keptList: { total, lines }, keptRate: { residentName, from, to } }) => (
        <Page title={titleOf(behind)} lead={`${words.title(residentName)}, ${words.days(from, to)}. ${text.lead(total)}`} kicker={<a href={addressOf(place)}><ArrowLeft aria-hidden="true" size="1em" /> {text.back}</a>}>
          <Stack gap={4}>
            <Table<Line>
              caption={titleOf(behind)} hideCaption lines={lines} lineKey={({ promiseId, time }) => `${promiseId} ${time}`} empty={<EmptyState title={text.empty} />}
              columns={[
                { key: 'what', heading: text.what, names: true, cell: ({ promiseId, picture, promised }) => <a href={`/promises/${promiseId}`} className={styles.promised}><Picture name={picture ?? 'handshake'} size="small" /> <span>{promised}</span></a> },
                ...(residentId === null ? [{ key: 'who', heading: text.who, cell: (line: Line) => <a href={`/people/${line.residentId}/kept?period=${encodeURIComponent(place.period)}`}>{line.residentName}</a> }] : []),
                { key: 'day', heading: text.day, cell: ({ day, dueOn }) => <span className={styles.when}>{sayDay(day)}{day !== dueOn && <span className={styles.soft}>{text.due(dueOn)}</span>}</span> },
                { key: 'came', heading: text.came, cell: (line) => <Came line={line} /> },
              ]}
            />
            {total > lines.length && <p className={styles.soft}>{text.more(lines.length, total)}</p>}
          </Stack>
        </Page>
      )}
    </Asked>
  );
}

function Came({ line: { outcome, reason, words: said, answers, time } }: { line: Line }) {
  const state = outcome === 'not kept' && reason === null ? 'unexplained' : STATES[outcome];
  const why = [reason && sayKey('reason', reason), said].filter(Boolean).join(': ');
  return (
    <span className={styles.came}>
      {state ? <StateChip state={state} /> : <Badge>{words.outcomes[outcome]}</Badge>}
      {why && <span>{why}{/[.!?]$/.test(why) ? '' : '.'}</span>}
      {answers && <span className={styles.soft}>{text.answers(answers)}</span>}
      {time > 1 && <span className={styles.soft}>{text.time(time)}.</span>}
    </span>
  );
}
