/** What changes on the board while something is moved, done to the page itself: nothing is drawn anew for it. */
import type { Session, Span } from '@promenade/planner/problem';
import type { Option } from './board-answers.ts';
import styles from './board.module.css';
import { type Scene, type Target, QUARTER, movedTo } from './moves.ts';
import { CELL } from './roving.ts';

const DAY = 1440;
/** A timeline has many places: those of the nearest lanes are tinted first, and far ones not at all. */
const LANES_TINTED = 40;

export function hoursIn(cell: HTMLElement): Span | null {
  const [from, to] = (cell.dataset['hours'] ?? '').split(',').map(Number);
  return from === undefined || to === undefined || Number.isNaN(to) ? null : [from, to];
}

export class Painting {
  private over: HTMLElement | null = null;
  private readonly ghost = document.createElement('div');
  private readonly fits = new Map<HTMLElement, HTMLElement>();

  private readonly root: HTMLElement;

  constructor(root: HTMLElement) {
    this.root = root;
    this.ghost.className = styles.ghost ?? '';
    this.ghost.ariaHidden = 'true';
  }

  cellAt({ start, lane }: Target): HTMLElement | null {
    const day = Math.floor(start / DAY);
    return [...this.root.querySelectorAll<HTMLElement>(`[data-cell][data-day="${day}"]`)].find((cell) => lane === null || cell.dataset['lane'] === undefined || cell.dataset['lane'] === lane) ?? null;
  }

  lift(at: number): void {
    for (const item of this.root.querySelectorAll<HTMLElement>(`[data-at="${at}"]`)) item.dataset['held'] = '';
  }

  /** Marks the place that is aimed at, good or bad. */
  aim(target: Target, minutes: number, isGood: boolean, isMoved: boolean): HTMLElement | null {
    const cell = this.cellAt(target);
    if (this.over && this.over !== cell) delete this.over.dataset['over'];
    this.over = cell;
    if (!cell) {
      this.ghost.remove();
      return null;
    }
    cell.dataset['over'] = !isMoved ? 'same' : isGood ? 'good' : 'bad';
    const hours = hoursIn(cell);
    if (hours) {
      const length = hours[1] - hours[0];
      this.ghost.style.insetInlineStart = `${(100 * (target.start - hours[0])) / length}%`;
      this.ghost.style.inlineSize = `${(100 * minutes) / length}%`;
      this.ghost.dataset['good'] = String(isGood);
      if (this.ghost.parentElement !== cell) cell.append(this.ghost);
    }
    return cell;
  }

  /** Every place on the board that it could go to, the nearest lanes first. */
  options(scene: Scene, session: Session, lane: string | null): Option[] {
    const cells = [...this.root.querySelectorAll<HTMLElement>(CELL)];
    const order = new Map(scene.lanes.map((id, i) => [id, i]));
    const from = order.get(lane ?? '') ?? 0;
    const away = (cell: HTMLElement) => Math.abs((order.get(cell.dataset['lane'] ?? '') ?? from) - from);
    const near = cells.toSorted((a, b) => away(a) - away(b));
    return near.flatMap((cell): Option[] => {
      const hours = hoursIn(cell);
      const to = cell.dataset['lane'] ?? null;
      if (to !== null && to !== lane && scene.view === 'people' && session.residents.includes(to)) return [];
      const starts = hours ? (away(cell) <= LANES_TINTED ? quartersOf(hours) : []) : [Number(cell.dataset['day']) * DAY + (session.start % DAY)];
      return starts.map((start) => ({ key: `${to ?? ''} ${start}`, session: movedTo(session, scene.view, lane, { start, lane: to }) }));
    });
  }

  /** Tints a place where it may go, or dims one where it may not. */
  tint(key: string, isFit: boolean): void {
    const [lane = '', start = ''] = key.split(' ');
    const cell = this.cellAt({ start: Number(start), lane: lane === '' ? null : lane });
    const hours = cell && hoursIn(cell);
    if (!cell) return;
    if (!hours) cell.dataset['fits'] = isFit ? 'yes' : 'no';
    else if (isFit) this.tintQuarter(cell, hours, Number(start));
  }

  /** Quarters come in order: the next one makes the last patch longer. */
  private tintQuarter(cell: HTMLElement, [from, to]: Span, start: number): void {
    const last = this.fits.get(cell);
    if (last && Number(last.dataset['until']) === start) {
      last.dataset['until'] = String(start + QUARTER);
      last.style.inlineSize = `${(100 * (start + QUARTER - Number(last.dataset['since']))) / (to - from)}%`;
      return;
    }
    const patch = document.createElement('div');
    patch.className = styles.fit ?? '';
    Object.assign(patch.dataset, { patch: '', since: String(start), until: String(start + QUARTER) });
    patch.style.insetInlineStart = `${(100 * (start - from)) / (to - from)}%`;
    patch.style.inlineSize = `${(100 * QUARTER) / (to - from)}%`;
    cell.prepend(patch);
    this.fits.set(cell, patch);
  }

  clear(): void {
    this.ghost.remove();
    this.fits.clear();
    for (const patch of this.root.querySelectorAll('[data-patch]')) patch.remove();
    for (const cell of this.root.querySelectorAll<HTMLElement>('[data-fits], [data-over]')) {
      delete cell.dataset['fits'];
      delete cell.dataset['over'];
    }
    for (const item of this.root.querySelectorAll<HTMLElement>('[data-held]')) delete item.dataset['held'];
    this.over = null;
  }
}

function quartersOf([from, to]: Span): number[] {
  return Array.from({ length: (to - from) / QUARTER }, (_, i) => from + i * QUARTER);
}
