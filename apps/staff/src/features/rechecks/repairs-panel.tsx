import type { ResultOf } from 'gql.tada';
import { CalendarCheck, PencilLine, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { Spinner } from '@promenade/ui/progress';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { draftRepairDocument, publishRepairDocument, repairsDocument } from './rechecks.graphql.ts';
import styles from './rechecks.module.css';
import { words } from './words.ts';

type Answer = ResultOf<typeof repairsDocument>['repairs'];
type Repair = Answer['repairs'][number];

/** Sentences that are shown before the rest is folded away. */
const SHOWN = 4;

/** Up to three ways to mend a week, each with what it costs whom. */
export function RepairsPanel({ weekStarts }: { weekStarts: string }) {
  const asked = useAsk(repairsDocument, { weekStarts });
  // What somebody reads is not to change under their finger: another search is shown when they ask for it.
  const [shown, setShown] = useState<Answer | null>(null);
  if (asked.data && !shown) setShown(asked.data.repairs);
  const again = () => {
    setShown(null);
    void asked.refetch();
  };
  return (
    <section aria-labelledby={`repairs-${weekStarts}`} className={styles.part}>
      <h3 id={`repairs-${weekStarts}`} className={styles.heading}>{words.repairs}</h3>
      <p className={styles.by}>{words.repairsLead}</p>
      <Failed error={asked.error} again={again} busy={asked.isFetching} />
      {!shown && !asked.error && <><p role="status">{words.looking}</p><Spinner /></>}
      {shown?.repairs.length === 0 && <p>{words.noRepairs}</p>}
      {shown && (
        <Stack gap={3} as="ol">
          {shown.repairs.map((repair, n) => <RepairCard key={repair.kind} repair={repair} of={shown} isFirst={n === 0} />)}
        </Stack>
      )}
      {shown && <div><Button kind="plain" icon={<RotateCw />} busy={asked.isFetching} onClick={again}>{words.lookAgain}</Button></div>}
    </section>
  );
}

function RepairCard({ repair, of, isFirst }: { repair: Repair; of: Answer; isFirst: boolean }) {
  const [, go] = useLocation();
  const input = { weekStarts: of.weekStarts, basedOn: of.basedOn, sessions: repair.sessions };
  const publish = useTell(publishRepairDocument, { onAnswer: ({ publishRepair }) => { if (publishRepair.__typename === 'Plan') toast(words.done); } });
  const draft = useTell(draftRepairDocument, { onAnswer: ({ draftRepair }) => { if (draftRepair.__typename === 'Plan') go(`/plan/${draftRepair.id}`); } });
  return (
    <Card as="li" level={4} tone={isFirst ? 'kept' : undefined} title={words.kinds[repair.kind] ?? repair.kind} aside={<Badge tone={repair.changes === 0 ? 'kept' : 'calm'}>{words.changes(repair.changes)}</Badge>}>
      <p>{repair.share}</p>
      {repair.costs.length > 0 ? <Sentences title={words.costs} sentences={repair.costs} /> : <p>{words.noCosts}</p>}
      {repair.tasks.length > 0 ? <Sentences title={words.tasks} sentences={repair.tasks} /> : <p>{words.noTasks}</p>}
      {repair.gains.length > 0 && <Sentences title={words.gains} sentences={repair.gains} />}
      <RefusedNotice refused={refusalIn(publish.data?.publishRepair) ?? refusalIn(draft.data?.draftRepair)} />
      <Failed error={publish.error ?? draft.error} />
      <Row gap={2}>
        <Button kind={isFirst ? 'primary' : 'quiet'} icon={<CalendarCheck />} busy={publish.isPending} onClick={() => publish.mutate({ input })}>{words.doIt}</Button>
        <Button kind="plain" icon={<PencilLine />} busy={draft.isPending} onClick={() => draft.mutate({ input })}>{words.look}</Button>
      </Row>
    </Card>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  const rest = sentences.slice(SHOWN);
  return (
    <div>
      <h5 className={styles.what}>{title}</h5>
      <ul className={styles.findings}>{sentences.slice(0, SHOWN).map((each) => <li key={each}>{each}</li>)}</ul>
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{words.more(rest.length)}</summary>
          <ul className={styles.findings}>{rest.map((each) => <li key={each}>{each}</li>)}</ul>
        </details>
      )}
    </div>
  );
}
