/** Sheets of paper on the screen as the printer will make them: measured first, then filled, each with its mark. */
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { classes } from '@promenade/ui/classes.ts';
import { type Cut, type Paper, type Piece, cutByTime, flow, measuresOf } from './paper.ts';
import styles from './paper.module.css';
import { words } from './words.ts';

export type Mark = { readonly status: string; readonly words: string; readonly code: string; readonly printedWords: string };
/** A piece of a sheet that is never broken in two. */
export type Block = { readonly key: string; readonly node: ReactNode; readonly keep?: boolean; readonly at?: number; /** What is said again where it comes first on a further sheet. */ readonly onNewSheet?: ReactNode };
export type Column = { readonly key: string; readonly head?: ReactNode; readonly blocks: readonly Block[]; /** What stands there when there is nothing. */ readonly empty?: string };
/** What is printed together: the wall, one person, one outing. `head` may say which hours a sheet holds. */
export type Part = {
  readonly key: string;
  readonly head: (sheet: Pick<Cut, 'from' | 'to'> & { readonly isFirst: boolean }) => ReactNode;
  readonly columns: readonly Column[];
  readonly look: 'wall' | 'own' | 'duty';
  readonly isConfidential: boolean;
};
/** Everything of one print job; the same object while nothing has changed. */
export type Job = { readonly parts: readonly Part[]; readonly mark: Mark; readonly paper: Paper; readonly home: string };

type Filled = { readonly job: Job; readonly cuts: readonly (readonly Cut[])[]; /** Which parts stand closer, by number. */ readonly close: ReadonlySet<number> };

/** `scale` 1 is the size of the paper. `onReady` is told when the sheets on the screen are those of the job. */
export function Sheets({ job, scale, onReady }: { job: Job; scale: number; onReady: (sheets: number) => void }) {
  const [filled, setFilled] = useState<Filled | null>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const isStale = filled?.job !== job;
  useLayoutEffect(() => {
    let isGone = false;
    // Reading a height makes the browser fetch what letters it lacks; only then is a measure true.
    ruler.current?.getBoundingClientRect();
    void document.fonts.ready.then(() => {
      if (!isGone && ruler.current) setFilled({ job, ...fill(job, ruler.current) });
    });
    return () => { isGone = true; };
  }, [job]);
  const count = filled?.cuts.flat().length ?? 0;
  useEffect(() => {
    if (!isStale) onReady(count);
  }, [isStale, count, onReady]);
  const { width, height } = measuresOf(job.paper);
  const shown: Filled = filled ?? { job, cuts: [], close: new Set() };
  const vars = { '--width': `${width}mm`, '--height': `${height}mm`, '--scale': scale } as CSSProperties;
  let n = 0;
  return (
    <>
      <style>{printed(job.paper)}</style>
      {isStale && (
        <div ref={ruler} className={styles.ruler} style={vars} aria-hidden="true" data-print="no">
          {job.parts.map((part) => <Sheet key={part.key} job={job} part={part} cut={whole(part)} n={188} of={188} isRuler />)}
        </div>
      )}
      <div className={styles.stack} style={vars} data-paper="">
        {shown.job.parts.map((part, p) => (
          <Fragment key={part.key}>
            {shown.cuts[p]?.map((cut, c) => {
              n += 1;
              return (
                <section key={c} className={styles.frame} aria-label={words.sheetOf(n, count)}>
                  <Sheet job={shown.job} part={part} cut={cut} n={c + 1} of={shown.cuts[p]?.length ?? 1} isClose={shown.close.has(p)} />
                </section>
              );
            })}
          </Fragment>
        ))}
      </div>
    </>
  );
}

/** For the ruler: everything, under the longest head and over the longest foot there can be. */
const whole = ({ columns }: Part): Cut => ({ columns: columns.map(({ blocks }) => blocks.map((_, i) => i)), from: 630, to: 750 });

function Sheet({ job: { mark, home, paper }, part, cut, n, of, isRuler, isClose }: { job: Job; part: Part; cut: Cut; n: number; of: number; isRuler?: boolean; isClose?: boolean }) {
  const isDraft = mark.status === 'draft';
  return (
    <article className={classes(styles.sheet, styles[part.look], paper.size === 'A3' && styles.large)} data-sheet="" data-close={isClose ? '' : undefined}>
      {isDraft && <Watermark />}
      {isDraft && <p className={styles.draft}><strong>{words.draft}</strong> {words.draftWhy}</p>}
      <header className={styles.head}>{part.head({ from: cut.from, to: cut.to, isFirst: n === 1 })}</header>
      <div className={styles.columns} data-columns="">
        {part.columns.map((column, c) => (
          <section key={column.key} className={styles.column}>
            {column.head}
            <div className={styles.pieces} data-pieces="">
              {cut.columns[c]?.map((i, place) => (
                <div key={column.blocks[i]?.key ?? i} className={styles.piece}>
                  {(place === 0 || isRuler) && column.blocks[i]?.onNewSheet && <div data-again="">{column.blocks[i].onNewSheet}</div>}
                  {column.blocks[i]?.node}
                </div>
              ))}
              {column.blocks.length === 0 && column.empty && <p className={styles.empty}>{column.empty}</p>}
            </div>
          </section>
        ))}
      </div>
      <footer className={styles.foot}>
        <span className={styles.mark}>
          {home} · {mark.words} · {words.printed(mark.printedWords)}
          {part.isConfidential && <strong className={styles.confidential}>{words.confidential}</strong>}
        </span>
        <span className={styles.codes}>
          <span>{words.code} <strong>{mark.code}</strong></span> <span>{words.sheetOf(n, of)}</span>
        </span>
      </footer>
    </article>
  );
}

/** Outlined, so that it can be read through. */
function Watermark() {
  return (
    <svg className={styles.watermark} viewBox="0 0 100 100" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
      <text x="50" y="58" textAnchor="middle" transform="rotate(-35 50 50)">{words.draft}</text>
    </svg>
  );
}

const tall = (one: Element) => one.getBoundingClientRect().height;

/** Reads how tall everything is, and fills sheets with it; somebody's own week stands closer, in the same letters, where that saves a sheet. */
function fill({ parts }: Job, ruler: HTMLElement): Pick<Filled, 'cuts' | 'close'> {
  const sheets = [...ruler.querySelectorAll<HTMLElement>('[data-sheet]')];
  const close = new Set<number>();
  const cuts = parts.map((part, p) => {
    const sheet = sheets[p];
    const found = fillOne(part, sheet);
    if (part.look !== 'own' || found.length < 2 || !sheet) return found;
    sheet.dataset['close'] = '';
    const closer = fillOne(part, sheet);
    if (closer.length >= found.length) return found;
    close.add(p);
    return closer;
  });
  return { cuts, close };
}

function fillOne(part: Part, sheet: HTMLElement | undefined): Cut[] {
  const holders = [...(sheet?.querySelectorAll<HTMLElement>('[data-pieces]') ?? [])];
  const again = (within: Element | undefined) => [...(within?.querySelectorAll('[data-again]') ?? [])].map(tall);
  // A little is kept back for rounding, and as much as may have to be said again at the top.
  const room = Math.min(...holders.map((holder) => holder.clientHeight)) - 2 - Math.max(0, ...again(sheet));
  const pieces = part.columns.map(({ blocks }, c) => blocks.map(({ keep, at }, i): Piece => {
    const piece = holders[c]?.children[i];
    return { keep, at, height: piece ? tall(piece) - (again(piece)[0] ?? 0) : 0 };
  }));
  const [only] = pieces;
  if (pieces.length > 1 || !only) return cutByTime(pieces, room);
  const cuts = flow(only, room);
  return cuts.length > 0 ? cuts : [{ columns: [[]], from: null, to: null }];
}

/** On paper there are the sheets and nothing else, each on a page of its size. */
function printed({ size, direction }: Paper): string {
  return `@page { size: ${size} ${direction}; margin: 0 }
@media print {
  body :has([data-paper]) > :not(:has([data-paper]), [data-paper]), body > :not(:has([data-paper])) { display: none !important }
  html, body, body :has([data-paper]) { display: block !important; position: static !important; width: auto !important; max-width: none !important; height: auto !important; min-height: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; container: none !important; background: #fff !important }
}`;
}
