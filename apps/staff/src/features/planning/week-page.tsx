import { CalendarCheck, CircleHelp, Plus, Sparkles, Square, Trash2 } from 'lucide-react';
import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { StateChip } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Row, Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { Tabs } from '@promenade/ui/tabs';
import { toast } from '@promenade/ui/toast';
import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { useMay, useMe } from '../../app/me.ts';
import { BoardDays } from './board-days.tsx';
import { BoardLanes } from './board-lanes.tsx';
import { type Board, type Live, type Shown, type Week, asInput, lanesOf, shownSessions, weekOf } from './board.ts';
import { OutlookPanel } from './outlook-panel.tsx';
import { boardDocument, changeDocument, discardDocument, solveDocument, startDraftDocument, stopDocument, upToDateDocument } from './planning.graphql.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { SessionSheet } from './session-sheet.tsx';
import { useLivePlan } from './use-live-plan.ts';
import { words } from './words.ts';

/** How long the planner looks when it is asked. */
const SECONDS = 30;

/** One week on a board: drawn by the planner while one watches, changed by hand, published. */
export function WeekPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(boardDocument, { id });
  const state = asked.data?.planBoard.plan.search?.state;
  const live = useLivePlan(id, state === 'running' || state === 'waiting');
  return asked.data ? <WeekBoard board={asked.data.planBoard} live={live} failed={asked.error} again={() => void asked.refetch()} /> : <Page title={words.weeks.title}><Asked of={asked}>{() => null}</Asked></Page>;
}

type Editing = { at: number | null; from: Shown | null; start?: number } | null;

function WeekBoard({ board, live, failed, again }: { board: Board; live: Live | null; failed: React.ComponentProps<typeof Failed>['error']; again: () => void }) {
  const week = useMemo(() => weekOf(board, live), [board, live]);
  const shown = useMemo(() => shownSessions(week), [week]);
  const [view, setView] = useState('days');
  const [editing, setEditing] = useState<Editing>(null);
  const [isPublishing, setPublishing] = useState(false);
  const mayWrite = useMay('plan.write') && week.status === 'draft';
  const search = week.live.search;
  const isSearching = search?.state === 'running' || search?.state === 'waiting';
  const mayChange = mayWrite && !isSearching;
  const open = (one: Shown) => setEditing({ at: one.at, from: one });
  const move = useTell(changeDocument, { refresh: [boardDocument], onAnswer: ({ changePlan }) => { if (changePlan.__typename === 'Plan') toast(words.board.dropped); } });
  /** A move that works is made at once; one that does not opens, with what stands in its way. */
  const drop = (one: Shown, start: number, works: boolean) => {
    if (works) move.mutate({ id: week.id, version: week.live.version, change: { at: one.at, session: asInput({ ...one.session, start }), pinned: true } });
    else setEditing({ at: one.at, from: one, start });
  };
  const tabs = [
    { id: 'days', title: words.board.days, content: <BoardDays week={week} shown={shown} mayChange={mayChange} onOpen={open} onDrop={drop} /> },
    ...(['people', 'staff', 'vehicles', 'rooms'] as const).map((kind) => ({ id: kind, title: words.board[kind], content: <BoardLanes week={week} lanes={view === kind ? lanesOf(week, shown, kind) : []} label={words.board[kind]} onOpen={open} /> })),
  ];
  return (
    <Page
      title={words.board.week(sayDay(week.weekStarts))}
      kicker={<a href="/plan">{words.board.back}</a>}
      lead={<Lead board={board} />}
      actions={<Actions week={week} isSearching={isSearching} onAdd={() => setEditing({ at: null, from: null })} onPublish={() => setPublishing(true)} />}
    >
      <Stack>
        <Failed error={failed ?? move.error} again={again} />
        <RefusedNotice refused={refusalIn(move.data?.changePlan)} />
        <Warnings week={week} board={board} isSearching={isSearching} />
        <OutlookPanel week={week} />
        <Tabs label={words.board.view} views={tabs} selected={view} onSelect={setView} />
        {mayWrite && <Discard week={week} />}
      </Stack>
      {editing && <SessionSheet key={`${editing.at ?? 'new'} ${editing.start ?? ''}`} week={week} at={editing.at} from={editing.from} start={editing.start} mayChange={mayChange && (editing.at !== null || editing.from === null)} onClose={() => setEditing(null)} />}
      {isPublishing && <PublishDialog week={week} onClose={() => setPublishing(false)} />}
    </Page>
  );
}

function Lead({ board: { plan } }: { board: Board }) {
  const { home } = useMe();
  if (plan.status === 'draft') return <Row><StateChip state="draft" /> <span>{words.board.draft}</span></Row>;
  const at = new Date(String(plan.publishedAt));
  const when = `${sayDay(dayIn(home.zone, at))}, ${clockIn(home.zone, at)}`;
  return <Row>{plan.status === 'published' && <StateChip state="published" />} <span>{plan.status === 'published' ? words.board.published(plan.publishedByName ?? '', when) : words.board.superseded}</span></Row>;
}

function Actions({ week, isSearching, onAdd, onPublish }: { week: Week; isSearching: boolean; onAdd: () => void; onPublish: () => void }) {
  const [mayWrite, mayPublish] = [useMay('plan.write'), useMay('plan.publish')];
  const [, go] = useLocation();
  const solve = useTell(solveDocument, { refresh: [boardDocument] });
  const stop = useTell(stopDocument, { refresh: [boardDocument] });
  const start = useTell(startDraftDocument, { onAnswer: ({ startDraft }) => { if (startDraft.__typename === 'Plan') go(`/plan/${startDraft.id}`); } });
  const refused = refusalIn(solve.data?.solvePlan) ?? refusalIn(start.data?.startDraft);
  return (
    <Stack gap={2}>
      <Row gap={2}>
        <LinkButton href="/can-we" icon={<CircleHelp />}>{words.board.canWe}</LinkButton>
        {mayWrite && week.status === 'published' && <Button kind="primary" busy={start.isPending} onClick={() => start.mutate({ weekStarts: week.weekStarts })}>{words.board.startDraft}</Button>}
        {mayWrite && week.status === 'draft' && (
          <>
            {!isSearching && <Button icon={<Plus />} onClick={onAdd}>{words.board.add}</Button>}
            {/* One button that starts and stops, so that the keyboard stays on it. */}
            {isSearching
              ? <Button key="search" kind="primary" icon={<Square />} busy={stop.isPending} onClick={() => stop.mutate({ id: week.id })}>{words.board.stop}</Button>
              : <Button key="search" icon={<Sparkles />} kind={week.live.sessions.length === 0 ? 'primary' : 'quiet'} busy={solve.isPending} title={words.board.planHint} onClick={() => solve.mutate({ id: week.id, seconds: SECONDS })}>{words.board.plan}</Button>}
            {!isSearching && mayPublish && week.live.sessions.length > 0 && <Button kind="primary" icon={<CalendarCheck />} onClick={onPublish}>{words.board.publish}</Button>}
          </>
        )}
      </Row>
      <RefusedNotice refused={refused} />
      <Failed error={solve.error ?? stop.error ?? start.error} />
    </Stack>
  );
}

/** What stands in the way of publishing, and what became of the last search. */
function Warnings({ week, board, isSearching }: { week: Week; board: Board; isSearching: boolean }) {
  const update = useTell(upToDateDocument, { refresh: [boardDocument] });
  const search = week.live.search;
  const isBehind = week.status === 'draft' && board.isBehind;
  return (
    <>
      {isBehind && (
        <Notice kind="warning" actions={<Button busy={update.isPending} onClick={() => update.mutate({ id: week.id, version: week.live.version })}>{words.board.upToDate}</Button>}>
          {words.board.behind}
        </Notice>
      )}
      <RefusedNotice refused={refusalIn(update.data?.bringPlanUpToDate)} />
      {!isSearching && search?.state === 'interrupted' && <Notice kind="warning">{words.board.interrupted}</Notice>}
      {!isSearching && search?.state === 'failed' && <Notice kind="warning">{search.why}</Notice>}
      {!isSearching && week.findings.length > 0 && <Notice kind="warning" title={words.board.findings(week.findings.length)} reasons={week.findings} />}
    </>
  );
}

function Discard({ week }: { week: Week }) {
  const [, go] = useLocation();
  const discard = useTell(discardDocument, { onAnswer: ({ discardPlan }) => { if (discardPlan.__typename === 'PlanDiscarded') go('/plan'); } });
  return (
    <Row>
      <Button kind="plain" icon={<Trash2 />} busy={discard.isPending} onClick={() => discard.mutate({ id: week.id, version: week.live.version })}>{words.board.discard}</Button>
      <Failed error={discard.error} />
    </Row>
  );
}
