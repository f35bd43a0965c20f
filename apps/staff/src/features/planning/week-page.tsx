import { CalendarCheck, CircleHelp, Copy, GitCompareArrows, Plus, Sparkles, Square, Trash2 } from 'lucide-react';
import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { announce } from '@promenade/ui/announcer';
import { Asked, Failed } from '@promenade/ui/asked';
import { StateChip } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Select } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { useMay, useMe } from '../../app/me.ts';
import { Thinker } from './board-thinker.ts';
import { type BoardActs, BoardView } from './board-view.tsx';
import { type Board, type Live, type Shown, type Week, shownSessions, weekOf } from './board.ts';
import { ChangesPanel } from './changes-panel.tsx';
import type { Held } from './hands.ts';
import { sayMove } from './moves.ts';
import { OutlookPanel } from './outlook-panel.tsx';
import { boardDocument, copyDocument, discardDocument, plansOfWeekDocument, solveDocument, startDraftDocument, stopDocument, upToDateDocument } from './planning.graphql.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { SessionSheet } from './session-sheet.tsx';
import { useChanges } from './use-changes.ts';
import { useLivePlan } from './use-live-plan.ts';
import { words } from './words.ts';

/** How long the planner looks if nobody chooses. */
const SECONDS = '30';

/** One week on a board: drawn by the planner while one watches, changed by hand, published. */
export function WeekPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(boardDocument, { id });
  const state = asked.data?.planBoard.plan.search?.state;
  const live = useLivePlan(id, state === 'running' || state === 'waiting');
  return asked.data ? <WeekBoard key={id} board={asked.data.planBoard} live={live} failed={asked.error} again={() => void asked.refetch()} /> : <Page title={words.weeks.title}><Asked of={asked}>{() => null}</Asked></Page>;
}

type Editing = { readonly at: number | null; readonly from: Shown | null; readonly start?: number } | null;
/** A drop that was refused: what would have been, and why not. */
type PutBack = { readonly held: Held; readonly what: string };

function WeekBoard({ board, live, failed, again }: { board: Board; live: Live | null; failed: React.ComponentProps<typeof Failed>['error']; again: () => void }) {
  const told = useMemo(() => weekOf(board, live), [board, live]);
  const changes = useChanges(told.id, told.live);
  const week = useMemo(() => (changes.live === told.live ? told : { ...told, live: changes.live }), [told, changes.live]);
  const shown = useMemo(() => shownSessions(week), [week]);
  const [thinker] = useState(() => new Thinker());
  useEffect(() => () => thinker.end(), [thinker]);
  const [editing, setEditing] = useState<Editing>(null);
  const [putBack, setPutBack] = useState<PutBack | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const mayWrite = useMay('plan.write') && week.status === 'draft';
  const search = week.live.search;
  const isSearching = search?.state === 'running' || search?.state === 'waiting';
  const mayChange = mayWrite && !isSearching;
  const canDo = mayChange && !changes.isSending;
  const pinnedAt = (at: number | null) => at !== null && week.live.pinned.includes(at);
  const acts: BoardActs = {
    onOpen: (one) => setEditing({ at: one.at, from: one }),
    onNew: (start, lane, view) => setEditing({ at: null, from: null, start, ...(lane !== null && view === 'people' ? { from: null } : {}) }),
    onDrop: (held) => {
      const what = sayMove(week.names, held.one.session, 'days', null, held.target);
      setPutBack(held.breaks.length > 0 ? { held, what } : null);
      if (held.breaks.length > 0) announce(`${words.moving.refused(what)}: ${held.breaks.join(' ')}`);
      else changes.make({ at: held.one.at, session: held.result, pinned: true }, words.board.dropped);
    },
    onRemove: (one) => changes.make({ at: one.at, session: null, pinned: false }, words.moving.removed),
    onPin: (one) => changes.make({ at: one.at, session: one.session, pinned: !pinnedAt(one.at) }, pinnedAt(one.at) ? words.moving.unpinned : words.moving.pinned),
    onUndo: changes.undo,
  };
  return (
    <Page
      title={words.board.week(sayDay(week.weekStarts))}
      kicker={<a href="/plan">{words.board.back}</a>}
      lead={<Lead board={board} />}
      actions={<Actions week={week} isSearching={isSearching} onAdd={() => setEditing({ at: null, from: null })} onPublish={() => setPublishing(true)} />}
    >
      <Stack>
        <Failed error={failed ?? changes.error} again={again} />
        <RefusedNotice refused={changes.refused} />
        <Warnings week={week} board={board} isSearching={isSearching} />
        <ChangesPanel changes={week.changes} />
        <OutlookPanel week={week} thinker={thinker} />
        {putBack && <PutBackNotice putBack={putBack} onOpen={({ held }) => {
          setPutBack(null);
          setEditing({ at: held.one.at, from: { ...held.one, session: held.result }, start: held.target.start });
        }} onClose={() => setPutBack(null)} />}
        <BoardView week={week} shown={shown} mayChange={canDo} canUndo={changes.canUndo} thinker={thinker} acts={acts} />
        <Plans week={week} mayWrite={mayWrite} isSearching={isSearching} />
      </Stack>
      {editing && <SessionSheet key={`${editing.at ?? 'new'} ${editing.start ?? ''}`} week={week} at={editing.at} from={editing.from} start={editing.start} mayChange={mayChange && (editing.at !== null || editing.from === null)} onClose={() => setEditing(null)} onSaved={changes.remember} />}
      {isPublishing && <PublishDialog week={week} onClose={() => setPublishing(false)} />}
    </Page>
  );
}

/** Why a session is back where it was, and a way on. What it says has been read aloud when it was dropped. */
function PutBackNotice({ putBack, onOpen, onClose }: { putBack: PutBack; onOpen: (putBack: PutBack) => void; onClose: () => void }) {
  return (
    <Notice kind="warning" title={words.moving.refused(putBack.what)} reasons={putBack.held.breaks} actions={(
      <Row>
        <Button onClick={() => onOpen(putBack)}>{words.moving.openThere}</Button>
        <Button kind="plain" onClick={onClose}>{words.moving.leaveIt}</Button>
      </Row>
    )} />
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
  const [seconds, setSeconds] = useState(SECONDS);
  const refused = refusalIn(solve.data?.solvePlan) ?? refusalIn(start.data?.startDraft);
  const spans = Object.entries(words.board.spans).map(([value, label]) => ({ value, label }));
  return (
    <Stack gap={2}>
      {mayWrite && week.status === 'draft' && !isSearching && <Select label={words.board.howLong} value={seconds} options={spans} onValue={setSeconds} />}
      <Row gap={2}>
        <LinkButton href="/can-we" icon={<CircleHelp />}>{words.board.canWe}</LinkButton>
        {mayWrite && week.status === 'published' && <Button kind="primary" busy={start.isPending} onClick={() => start.mutate({ weekStarts: week.weekStarts })}>{words.board.startDraft}</Button>}
        {mayWrite && week.status === 'draft' && (
          <>
            {!isSearching && <Button icon={<Plus />} onClick={onAdd}>{words.board.add}</Button>}
            {/* One button that starts and stops, so that the keyboard stays on it. */}
            {isSearching
              ? <Button key="search" kind="primary" icon={<Square />} busy={stop.isPending} onClick={() => stop.mutate({ id: week.id })}>{words.board.stop}</Button>
              : <Button key="search" icon={<Sparkles />} kind={week.live.sessions.length === 0 ? 'primary' : 'quiet'} busy={solve.isPending} title={words.board.planHint} onClick={() => solve.mutate({ id: week.id, seconds: Number(seconds) })}>{words.board.plan}</Button>}
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
  const isDraft = week.status === 'draft';
  const isBehind = isDraft && board.isBehind;
  return (
    <>
      {isBehind && (
        <Notice kind="warning" actions={<Button busy={update.isPending} onClick={() => update.mutate({ id: week.id, version: week.live.version })}>{words.board.upToDate}</Button>}>
          {words.board.behind}
        </Notice>
      )}
      <RefusedNotice refused={refusalIn(update.data?.bringPlanUpToDate)} />
      {isDraft && !isSearching && search?.state === 'interrupted' && <Notice kind="warning">{words.board.interrupted}</Notice>}
      {isDraft && !isSearching && search?.state === 'failed' && <Notice kind="warning">{search.why}</Notice>}
      {!isSearching && week.findings.length > 0 && <Notice kind="warning" title={words.board.findings(week.findings.length)} reasons={week.findings} />}
    </>
  );
}

/** The other plans of this week: another draft to try something, a look at two beside each other, and an end to this one. */
function Plans({ week, mayWrite, isSearching }: { week: Week; mayWrite: boolean; isSearching: boolean }) {
  const [, go] = useLocation();
  const asked = useAsk(plansOfWeekDocument, { weekStarts: week.weekStarts });
  const others = (asked.data?.plansOfWeek ?? []).filter(({ id }) => id !== week.id);
  const discard = useTell(discardDocument, { onAnswer: ({ discardPlan }) => { if (discardPlan.__typename === 'PlanDiscarded') go('/plan'); } });
  const copy = useTell(copyDocument, { onAnswer: ({ copyPlan }) => { if (copyPlan.__typename === 'Plan') go(`/plan/${copyPlan.id}`); } });
  return (
    <Stack gap={2}>
      <Row>
        {others[0] && <LinkButton href={`/plan/${week.id}/compare/${others[0].id}`} icon={<GitCompareArrows />}>{words.board.compare(others.length)}</LinkButton>}
        {mayWrite && !isSearching && <Button kind="plain" icon={<Copy />} busy={copy.isPending} onClick={() => copy.mutate({ id: week.id })}>{words.board.another}</Button>}
        {mayWrite && <Button kind="plain" icon={<Trash2 />} busy={discard.isPending} onClick={() => discard.mutate({ id: week.id, version: week.live.version })}>{words.board.discard}</Button>}
      </Row>
      <RefusedNotice refused={refusalIn(copy.data?.copyPlan)} />
      <Failed error={discard.error ?? copy.error} />
    </Stack>
  );
}
