import { Undo2 } from 'lucide-react';
import { classes } from '@promenade/ui/classes.ts';
import { Button } from '@promenade/ui/button';
import { Toggle } from '@promenade/ui/choice';
import { Select, TextField } from '@promenade/ui/field';
import { Tabs } from '@promenade/ui/tabs';
import { Unseen } from '@promenade/ui/unseen';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { BoardDays } from './board-days.tsx';
import { BoardAgenda, BoardLanes, BoardTimeline } from './board-lanes.tsx';
import type { Thinker } from './board-thinker.ts';
import { DAYS, type Shown, type Week, dayName, onDay } from './board.ts';
import frames from './board-frame.module.css';
import styles from './board.module.css';
import type { Held } from './hands.ts';
import { LANE_KINDS, type Lane, type LaneKind, hoursOf, lanesOf, wantedLanes, wantedSessions } from './lanes.ts';
import { useHands } from './use-hands.ts';
import { useRems } from './use-rems.ts';
import { Verdict } from './verdict.tsx';
import { words } from './words.ts';

type View = 'days' | LaneKind;
/** What the board does to the draft. */
export type BoardActs = {
  readonly onOpen: (one: Shown) => void;
  readonly onNew: (start: number, lane: string | null, view: View) => void;
  readonly onDrop: (held: Held) => void;
  readonly onRemove: (one: Shown) => void;
  readonly onPin: (one: Shown) => void;
  readonly onUndo: () => void;
};

const NO_LANES: readonly Lane[] = [];
/** Below this width, in the reader's own size of text, one day is shown at a time. */
const NARROW = 26;

/** The week as days, or by people, staff, vehicles or rooms, from near or from afar. */
export function BoardView({ week, shown, mayChange, canUndo, thinker, acts }: { week: Week; shown: readonly Shown[]; mayChange: boolean; canUndo: boolean; thinker: Thinker; acts: BoardActs }) {
  const [view, setView] = useState<View>('days');
  const [zoom, setZoom] = useState<'week' | 'day'>('week');
  const [day, setDay] = useState(() => firstDay(shown));
  const [typed, setTyped] = useState('');
  const [onlyShort, setOnlyShort] = useState(false);
  const name = useDeferredValue(typed);
  const [frame, rems] = useRems();
  const isNarrow = rems > 0 && rems < NARROW;
  const lanes = useMemo(() => (view === 'days' ? NO_LANES : lanesOf(week, shown, view)), [week, shown, view]);
  const wanted = useMemo(() => wantedLanes(lanes, { name, onlyShort: onlyShort && view === 'people' }), [lanes, name, onlyShort, view]);
  const order = useMemo(() => wanted.map(({ id }) => id), [wanted]);
  const isTimeline = view !== 'days' && zoom === 'day' && !isNarrow;
  const { root, hands } = useHands({
    week, shown, mayChange, thinker, scene: { view, zoom: isTimeline ? 'day' : 'week', lanes: order },
    ...acts, onNew: (start, lane) => acts.onNew(start, lane, view), onDay: setDay,
  });
  useEffect(() => () => thinker.rest(), [thinker]);
  const content = (kind: View): ReactNode => {
    if (kind !== view) return null;
    if (kind === 'days') return <BoardDays week={week} shown={wantedSessions(week, shown, name)} mayChange={mayChange} days={isNarrow ? [day] : DAYS} />;
    const label = words.board[kind];
    if (wanted.length === 0) return <p className={frames.nobody}>{words.lanes.nobody}</p>;
    if (isNarrow) return <BoardAgenda week={week} lanes={wanted} label={label} day={day} />;
    return isTimeline ? <BoardTimeline week={week} lanes={wanted} label={label} day={day} hours={hoursOf(week, shown, day)} /> : <BoardLanes week={week} lanes={wanted} label={label} />;
  };
  return (
    <div ref={frame} className={frames.frame}>
      <div className={frames.tools}>
        <TextField label={words.lanes.find} type="search" value={typed} onValue={setTyped} className={frames.find} />
        {view !== 'days' && !isNarrow && <Select label={words.lanes.zoom} value={zoom} options={[{ value: 'week', label: words.lanes.week }, { value: 'day', label: words.lanes.day }]} onValue={(next) => setZoom(next === 'day' ? 'day' : 'week')} />}
        {view === 'people' && <Toggle label={words.lanes.onlyShort} on={onlyShort} onToggle={setOnlyShort} />}
        {mayChange && <Button icon={<Undo2 />} kind="plain" aria-disabled={!canUndo || undefined} onClick={canUndo ? acts.onUndo : undefined}>{words.undo.button}</Button>}
      </div>
      {(isTimeline || isNarrow) && <DayChooser week={week} shown={shown} day={day} onDay={setDay} />}
      <div ref={root} className={styles.board} data-board="" aria-describedby="board-keys">
        <Tabs label={words.board.view} selected={view} onSelect={(id) => setView(id as View)} views={(['days', ...LANE_KINDS] as const).map((id) => ({ id, title: words.board[id], content: content(id) }))} />
      </div>
      <p id="board-keys" className={styles.hint}>
        <span className={styles.key}>{words.board.home}</span> <span className={classes(styles.key, styles.out)}>{words.board.out}</span> {mayChange && shown.length > 0 && words.moving.hint}
      </p>
      <Verdict hands={hands} week={week} view={view} />
    </div>
  );
}

function firstDay(shown: readonly Shown[]): number {
  return Math.max(0, Math.min(6, Math.floor((shown.find(({ at }) => at !== null)?.from ?? 0) / 1440)));
}

function DayChooser({ week, shown, day, onDay: choose }: { week: Week; shown: readonly Shown[]; day: number; onDay: (day: number) => void }) {
  return (
    <div className={frames.chooser} role="group" aria-label={words.lanes.whichDay}>
      {DAYS.map((each) => {
        const [weekday = '', ...date] = dayName(week.weekStarts, each).split(' ');
        return (
          <button key={each} type="button" aria-pressed={each === day} onClick={() => choose(each)}>
            <span>{weekday.slice(0, 3)}<Unseen>{` ${date.join(' ')}: `}</Unseen></span>
            <span className={frames.many} aria-hidden="true">{onDay(shown, each).length}</span>
            <Unseen>{words.lanes.sessions(onDay(shown, each).length)}</Unseen>
          </button>
        );
      })}
    </div>
  );
}
