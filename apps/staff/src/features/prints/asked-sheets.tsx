/** Asks for what a sheet needs, and makes a print job of it. */
import type { UseQueryResult } from '@tanstack/react-query';
import { Asked } from '@promenade/ui/asked';
import { EmptyState } from '@promenade/ui/empty-state';
import { useAsk } from '@promenade/ui/query.ts';
import type { RequestError } from '@promenade/ui/request.ts';
import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { dayParts } from './day-sheet.tsx';
import { driverParts } from './driver-sheet.tsx';
import { outingParts } from './outing-sheet.tsx';
import { ownParts } from './own-week.tsx';
import type { Paper } from './paper.ts';
import { daySheetDocument, driverSheetsDocument, outingSheetsDocument, ownWeeksDocument, wallDocument } from './prints.graphql.ts';
import type { Job, Mark, Part } from './sheets.tsx';
import { wallParts } from './wall.tsx';
import { words } from './words.ts';

export type Kind = keyof typeof words.sheets;
/** What was chosen to be printed. */
export type Wanted = { readonly kind: Kind; readonly day: string; readonly draftId: string | null; readonly person: string | null; readonly outing: string | null; readonly withNames: boolean; readonly paper: Paper; readonly home: string };
/** What the page does with the job: shows it, and prints it once it is fresh. */
export type Shown = (job: Job, again: () => Promise<unknown>) => ReactNode;

export function AskedSheets({ wanted, children }: { wanted: Wanted; children: Shown }) {
  switch (wanted.kind) {
    case 'wall': return <WallSheets wanted={wanted}>{children}</WallSheets>;
    case 'person': return <OwnSheets wanted={wanted}>{children}</OwnSheets>;
    case 'day': return <DaySheets wanted={wanted}>{children}</DaySheets>;
    case 'outing': return <OutingSheets wanted={wanted}>{children}</OutingSheets>;
    case 'driver': return <DriverSheets wanted={wanted}>{children}</DriverSheets>;
  }
}

type Of = { wanted: Wanted; children: Shown };

function WallSheets({ wanted, children }: Of) {
  const { day, draftId, home, withNames, paper } = wanted;
  const asked = useAsk(wallDocument, { day, draftId });
  const sheet = asked.data?.wallSheet;
  const parts = useMemo(() => sheet && wallParts(sheet, home, paper.direction, withNames), [sheet, home, paper.direction, withNames]);
  return <JobOf asked={asked} mark={sheet?.mark} parts={sheet?.sessions.length === 0 ? [] : parts} wanted={wanted} nothing={words.nothing.wall}>{children}</JobOf>;
}

function OwnSheets({ wanted, children }: Of) {
  const { day, draftId, person } = wanted;
  const asked = useAsk(ownWeeksDocument, { day, draftId, residentId: person });
  const weeks = asked.data?.ownWeeks;
  const parts = useMemo(() => weeks && ownParts(weeks), [weeks]);
  return <JobOf asked={asked} mark={weeks?.mark} parts={parts} wanted={wanted} nothing={words.nothing.person}>{children}</JobOf>;
}

function DaySheets({ wanted, children }: Of) {
  const { day, draftId } = wanted;
  const asked = useAsk(daySheetDocument, { day, draftId });
  const sheet = asked.data?.daySheet;
  const parts = useMemo(() => sheet && dayParts(sheet), [sheet]);
  return <JobOf asked={asked} mark={sheet?.mark} parts={parts} wanted={wanted} nothing="">{children}</JobOf>;
}

function OutingSheets({ wanted, children }: Of) {
  const { day, draftId, outing, home } = wanted;
  const asked = useAsk(outingSheetsDocument, { day, draftId });
  const sheets = asked.data?.outingSheets;
  const parts = useMemo(() => sheets && outingParts(sheets.filter(({ session }) => outing === null || session.id === outing), home), [sheets, outing, home]);
  return <JobOf asked={asked} mark={sheets?.[0]?.mark} parts={parts} wanted={wanted} nothing={words.nothing.outing}>{children}</JobOf>;
}

function DriverSheets({ wanted, children }: Of) {
  const { day, draftId, home } = wanted;
  const asked = useAsk(driverSheetsDocument, { day, draftId });
  const sheets = asked.data?.driverSheets;
  const parts = useMemo(() => sheets && driverParts(sheets, home), [sheets, home]);
  return <JobOf asked={asked} mark={sheets?.[0]?.mark} parts={parts} wanted={wanted} nothing={words.nothing.driver}>{children}</JobOf>;
}

function JobOf<Answer>({ asked, mark, parts, wanted: { paper, home }, nothing, children }: { asked: UseQueryResult<Answer, RequestError>; mark: Mark | undefined; parts: readonly Part[] | undefined; wanted: Wanted; nothing: string; children: Shown }) {
  const { size, direction } = paper;
  const job = useMemo((): Job | null => (mark && parts && parts.length > 0 ? { mark, parts, home, paper: { size, direction } } : null), [mark, parts, home, size, direction]);
  return (
    <Asked of={asked}>
      {() => (job ? children(job, () => asked.refetch()) : <EmptyState title={nothing} icon={<Printer />}>{words.nothing.what}</EmptyState>)}
    </Asked>
  );
}
