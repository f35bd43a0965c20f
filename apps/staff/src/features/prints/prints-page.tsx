import { Printer, ZoomIn, ZoomOut } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { addDays, dayIn, isDay, mondayOf, sayDay } from '@promenade/domain/shared/time';
import { wholeName } from '@promenade/domain/people/name';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { Select } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import type { ResultOf } from 'gql.tada';
import { useSearchParams } from 'wouter';
import { useMay, useMe } from '../../app/me.ts';
import { AskedSheets, type Kind, type Wanted } from './asked-sheets.tsx';
import { type Direction, PAPERS, type Size, measuresOf } from './paper.ts';
import { outingSheetsDocument, peopleToPrintDocument, weeksToPrintDocument } from './prints.graphql.ts';
import styles from './prints.module.css';
import { type Job, Sheets } from './sheets.tsx';
import { words } from './words.ts';

const KINDS = Object.keys(words.sheets) as Kind[];
const BY_DAY: readonly Kind[] = ['day', 'outing', 'driver'];
/** How each sheet is held best. */
const USUAL: Readonly<Record<Kind, Direction>> = { wall: 'landscape', person: 'portrait', day: 'portrait', outing: 'portrait', driver: 'portrait' };

/** What is wanted stands in the address: `/prints?sheet=day&day=2026-11-24`, `/prints?sheet=wall&day=2026-11-23&draft=…`. */
function useWanted(): [Wanted, (next: Record<string, string | null>) => void] {
  const { home } = useMe();
  const [params, setParams] = useSearchParams();
  // The clock is read by whoever needs it; which day it is in the home decides what is shown first.
  const [today] = useState(() => dayIn(home.zone, new Date(Date.now())));
  const kind = KINDS.find((each) => each === params.get('sheet')) ?? 'wall';
  const asked = params.get('day') ?? '';
  const wanted: Wanted = {
    kind, home: home.name, day: isDay(asked) ? asked : today, draftId: params.get('draft'), person: params.get('person'), outing: params.get('outing'), withNames: params.get('names') !== 'no',
    paper: { size: PAPERS.find((each) => each === params.get('paper')) ?? (kind === 'wall' ? 'A3' : 'A4'), direction: (['portrait', 'landscape'] as const).find((each) => each === params.get('held')) ?? USUAL[kind] },
  };
  const change = (next: Record<string, string | null>) => setParams((before) => {
    const after = new URLSearchParams(before);
    for (const [name, value] of Object.entries(next)) {
      if (value === null || value === '') after.delete(name);
      else after.set(name, value);
    }
    return after;
  }, { replace: true });
  return [wanted, change];
}

/** Choose a sheet, look at it as it will be, print it. */
export function PrintsPage() {
  const [wanted, change] = useWanted();
  const weeks = useAsk(weeksToPrintDocument, {});
  const mayPrintForFamilies = useMay('outward.print');
  return (
    <Page title={words.title} lead={words.lead} kicker={<a href="/plan">{words.back}</a>}>
      <Stack gap={5}>
        {mayPrintForFamilies && <p><a href="/prints/families">{words.families}</a></p>}
        <Choice
          legend={words.sheet} value={wanted.kind} onValue={(sheet) => change({ sheet, held: null, paper: null, outing: null })}
          options={KINDS.map((value) => ({ value, label: words.sheets[value].name, hint: words.sheets[value].hint }))}
        />
        <Asked of={weeks}>{({ planWeeks }) => <Controls wanted={wanted} change={change} weeks={planWeeks} />}</Asked>
        <AskedSheets wanted={wanted}>{(job, again) => <Preview job={job} again={again} />}</AskedSheets>
      </Stack>
    </Page>
  );
}

type Change = (next: Record<string, string | null>) => void;
type Weeks = ResultOf<typeof weeksToPrintDocument>['planWeeks'];

function Controls({ wanted, change, weeks }: { wanted: Wanted; change: Change; weeks: Weeks }) {
  const { kind, day, draftId, paper, withNames } = wanted;
  const monday = mondayOf(day);
  const said = (weekStarts: string) => words.weekOf(sayDay(weekStarts));
  const plans = weeks.flatMap(({ weekStarts, published, drafts }) => [
    { value: weekStarts, label: published ? words.published(said(weekStarts)) : words.notYet(said(weekStarts)) },
    ...drafts.map(({ id, version, createdByName }) => ({ value: `${weekStarts} ${id}`, label: words.draftBy(said(weekStarts), createdByName ?? '', version) })),
  ]);
  const chosen = draftId ? `${monday} ${draftId}` : monday;
  const all = plans.some(({ value }) => value === chosen) ? plans : [{ value: chosen, label: said(monday) }, ...plans];
  const choose = (value: string) => {
    const [week = monday, draft = null] = value.split(' ');
    // The same weekday of the other week.
    const offset = (Date.parse(day) - Date.parse(monday)) / 86_400_000;
    change({ day: addDays(week, offset), draft, outing: null });
  };
  return (
    <div className={styles.controls}>
      <Select label={words.week} value={chosen} options={all} onValue={choose} />
      {BY_DAY.includes(kind) && (
        <Select label={words.day} value={day} onValue={(value) => change({ day: value, outing: null })}
          options={Array.from({ length: 7 }, (_, n) => addDays(monday, n)).map((value) => ({ value, label: sayDay(value) }))} />
      )}
      {kind === 'person' && <PersonField wanted={wanted} change={change} />}
      {kind === 'outing' && <OutingField wanted={wanted} change={change} />}
      {kind === 'wall' && (
        <Select label={words.names} value={withNames ? 'yes' : 'no'} onValue={(value) => change({ names: value === 'no' ? 'no' : null })}
          options={[{ value: 'yes', label: words.namesShown }, { value: 'no', label: words.namesHidden }]} />
      )}
      <Select label={words.paper} value={paper.size} options={PAPERS.map((value: Size) => ({ value, label: value }))} onValue={(value) => change({ paper: value })} />
      <Select label={words.direction} value={paper.direction} options={(['portrait', 'landscape'] as const).map((value) => ({ value, label: words[value] }))} onValue={(value) => change({ held: value })} />
    </div>
  );
}

function PersonField({ wanted, change }: { wanted: Wanted; change: Change }) {
  const people = useAsk(peopleToPrintDocument, {}).data?.residents.filter(({ status }) => status === 'living here') ?? [];
  return (
    <Select label={words.person} value={wanted.person ?? 'all'} onValue={(value) => change({ person: value === 'all' ? null : value })}
      options={[{ value: 'all', label: words.everyone }, ...people.map((one) => ({ value: one.id, label: `${wholeName(one)}${one.room ? `, ${words.room(one.room)}` : ''}` }))]} />
  );
}

function OutingField({ wanted, change }: { wanted: Wanted; change: Change }) {
  const outings = useAsk(outingSheetsDocument, { day: wanted.day, draftId: wanted.draftId }).data?.outingSheets ?? [];
  return (
    <Select label={words.outing} value={wanted.outing ?? 'all'} onValue={(value) => change({ outing: value === 'all' ? null : value })}
      options={[{ value: 'all', label: words.allOutings }, ...outings.map(({ session }) => ({ value: session.id, label: `${session.from} ${session.activityName}` }))]} />
  );
}

const PX_A_MM = 96 / 25.4;

/** How many pixels wide an element is inside. */
function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const one = box.current;
    if (!one) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    watcher.observe(one);
    return () => watcher.disconnect();
  }, []);
  return [box, width];
}

function Preview({ job, again }: { job: Job; again: () => Promise<unknown> }) {
  const [box, width] = useWidth();
  const [isActual, setActual] = useState(false);
  const [ready, setReady] = useState<{ job: Job; sheets: number } | null>(null);
  const [wants, setWants] = useState<'no' | 'fresh' | 'paper'>('no');
  const onReady = useCallback((sheets: number) => setReady({ job, sheets }), [job]);
  const isReady = ready?.job === job;
  useEffect(() => {
    if (wants !== 'paper' || !isReady) return;
    // The button has shown that it is working; the browser's own dialogue stops everything until it closes.
    const soon = setTimeout(() => {
      setWants('no');
      window.print();
    });
    return () => clearTimeout(soon);
  }, [wants, isReady]);
  const print = () => {
    setWants('fresh');
    void again().then(() => setWants('paper'));
  };
  const fitting = width > 0 ? Math.min(1, width / (measuresOf(job.paper).width * PX_A_MM)) : 0.3;
  return (
    <Stack gap={4}>
      <div className={styles.bar}>
        <Button kind="primary" icon={<Printer />} busy={wants !== 'no'} onClick={print}>{words.print}</Button>
        <Button icon={isActual ? <ZoomOut /> : <ZoomIn />} onClick={() => setActual(!isActual)}>{isActual ? words.fitted : words.actualSize}</Button>
        <p role="status">{isReady ? words.sheetCount(ready.sheets) : words.preparing}</p>
      </div>
      <p>{words.compare} <span className={styles.code}>{job.mark.code}</span>. {job.mark.words}.</p>
      <h2>{words.preview}</h2>
      <div className={styles.preview}>
        <div ref={box} className={styles.scrolls} tabIndex={0} role="region" aria-label={words.region}>
          <Sheets job={job} scale={isActual ? 1 : fitting} onReady={onReady} />
        </div>
      </div>
    </Stack>
  );
}
