import { CalendarCheck } from 'lucide-react';
import { Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { type Week, tellings } from './board.ts';
import { useKnown } from './known.ts';
import styles from './told.module.css';
import { publishDocument } from './planning.graphql.ts';
import { words } from './words.ts';

const LOOKS = { new: { tone: 'kept', words: words.publish.isNew }, changes: { tone: 'owed', words: words.publish.isChanged }, cancelled: { tone: 'missed', words: words.publish.isCancelled } } as const;

/** What people will be told, before they are. */
export function PublishDialog({ week, onClose }: { week: Week; onClose: () => void }) {
  const { lines, stays } = tellings(week);
  const strangers = useKnown(week)?.strangers(week.live.sessions) ?? [];
  const publish = useTell(publishDocument, {
    onAnswer: ({ publishPlan }) => {
      if (publishPlan.__typename !== 'Plan') return;
      toast(words.publish.done);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.publish.title}
      actions={
        <>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button kind="primary" icon={<CalendarCheck />} busy={publish.isPending} onClick={() => publish.mutate({ id: week.id, version: week.live.version })}>
            {words.publish.confirm}
          </Button>
        </>
      }
    >
      <RefusedNotice refused={refusalIn(publish.data?.publishPlan)} />
      <Failed error={publish.error} />
      {strangers.length > 0 && <Notice kind="warning" title={words.session.strangers} reasons={strangers} />}
      <p>{lines.length > 0 ? words.publish.lead : words.publish.nothingChanges}</p>
      <ul role="list" className={styles.tellings}>
        {lines.map(({ kind, title, more }, n) => (
          <li key={n}>
            <Badge tone={LOOKS[kind].tone}>{LOOKS[kind].words}</Badge>
            <span>
              <strong>{title}</strong> {more}
            </span>
          </li>
        ))}
      </ul>
      {stays > 0 && lines.length > 0 && <p>{words.publish.stays(stays)}</p>}
    </Dialog>
  );
}
