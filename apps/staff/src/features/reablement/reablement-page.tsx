import { ArrowLeft, Plus } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { EmptyState } from '@promenade/ui/empty-state';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay } from '../../app/me.ts';
import { StillHere } from '../../ladder/still-here.tsx';
import { tasksDocument } from './reablement.graphql.ts';
import { TaskCard } from './task-card.tsx';
import { TaskForm } from './task-form.tsx';
import { words } from './words.ts';

/** What somebody is doing more of themselves: one tap a task, and how it goes. */
export function ReablementPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(tasksDocument, { residentId: id });
  const [isOpen, setOpen] = useState(false);
  const mayWrite = useMay('reablement.write');
  const actions = <Row><LinkButton href="/let-do">{words.letDo}</LinkButton>{mayWrite && <Button icon={<Plus />} onClick={() => setOpen(true)}>{words.add}</Button>}</Row>;
  return (
    <Asked of={asked}>
      {({ resident, ladderTasks }) => (
        <Page title={words.title(resident.preferredName)} lead={words.lead} kicker={<a href={`/people/${id}`}><ArrowLeft aria-hidden="true" size="1em" /> {resident.preferredName}</a>} actions={actions}>
          <PersonTabs residentId={id} current="reablement" />
          <StillHere />
          {ladderTasks.length === 0 ? <EmptyState title={words.none}>{words.noneWhat}</EmptyState> : (
            <Stack gap={5}>{ladderTasks.map((task) => <TaskCard key={task.id} task={task} residentId={id} />)}</Stack>
          )}
          {isOpen && <TaskForm residentId={id} onClose={() => setOpen(false)} />}
        </Page>
      )}
    </Asked>
  );
}
