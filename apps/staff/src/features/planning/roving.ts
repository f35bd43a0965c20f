/** Arrow keys over the board: one stop for the Tab key, and from there to every session and every empty place. */

export const ITEM = '[data-item]';
export const CELL = '[data-cell]';
const ROW = '[data-row]';

/** What can have the keyboard in a cell: its sessions, or the empty cell itself. */
function stopsIn(cell: Element): HTMLElement[] {
  const items = [...cell.querySelectorAll<HTMLElement>(ITEM)];
  return items.length > 0 ? items : [cell as HTMLElement];
}

export class Roving {
  private current: HTMLElement | null = null;
  private key = '';
  /** Where it was: when the session there is gone, the keyboard stays in its day and lane. */
  private place: { readonly day: string; readonly lane: string | undefined } | null = null;
  private readonly root: HTMLElement;

  constructor(root: HTMLElement) {
    this.root = root;
  }

  /** After the board was drawn: one stop is reached by Tab, the one that was before if it is still there, else the nearest. */
  settle(): void {
    if (this.current?.isConnected) {
      this.current.tabIndex = 0;
      return;
    }
    const hadFocus = this.current !== null && document.activeElement === document.body;
    const again = (this.key === '' ? null : this.find(this.key)) ?? this.nearest();
    this.choose(again ?? this.root.querySelector<HTMLElement>(ITEM) ?? this.root.querySelector<HTMLElement>(CELL));
    if (hadFocus) again?.focus();
  }

  private nearest(): HTMLElement | null {
    const { place } = this;
    const cells = place ? [...this.root.querySelectorAll<HTMLElement>(`[data-cell][data-day="${place.day}"]`)] : [];
    return firstOf(cells.find((cell) => cell.dataset['lane'] === place?.lane));
  }

  /** What has the keyboard will have this key when it is drawn again. */
  expect(key: string): void {
    this.key = key;
  }

  choose(stop: HTMLElement | null): void {
    if (this.current && this.current !== stop) this.current.tabIndex = -1;
    this.current = stop;
    this.key = stop?.dataset['key'] ?? '';
    const cell = stop?.closest<HTMLElement>(CELL);
    this.place = cell ? { day: cell.dataset['day'] ?? '', lane: cell.dataset['lane'] } : null;
    if (stop) stop.tabIndex = 0;
  }

  focus(stop: HTMLElement): void {
    this.choose(stop);
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** The stop with a key, such as a session where it was dropped. */
  find(key: string): HTMLElement | null {
    return [...this.root.querySelectorAll<HTMLElement>('[data-key]')].find((one) => one.dataset['key'] === key) ?? null;
  }

  /** Goes where an arrow key points; false for a key that means nothing here. */
  go(from: HTMLElement, key: string): boolean {
    const cell = from.closest<HTMLElement>(CELL);
    const row = cell?.closest(ROW);
    if (!cell || !row) return false;
    const next = this.next(from, cell, row, key);
    if (next === undefined) return false;
    if (next) this.focus(next);
    return true;
  }

  private next(from: HTMLElement, cell: HTMLElement, row: Element, key: string): HTMLElement | null | undefined {
    const isTimeline = cell.dataset['hours'] !== undefined;
    const stops = stopsIn(cell);
    const at = stops.indexOf(from);
    const cells = [...row.querySelectorAll<HTMLElement>(CELL)];
    const column = cells.indexOf(cell);
    switch (key) {
      case 'ArrowLeft': return isTimeline ? (stops[at - 1] ?? null) : firstOf(cells[column - 1]);
      case 'ArrowRight': return isTimeline ? (stops[at + 1] ?? null) : firstOf(cells[column + 1]);
      case 'ArrowDown': return (isTimeline ? undefined : stops[at + 1]) ?? firstOf(this.rowBy(row, 1, column));
      case 'ArrowUp': return (isTimeline ? undefined : stops[at - 1]) ?? lastOf(this.rowBy(row, -1, column));
      case 'PageDown': return firstOf(this.rowBy(row, 10, column));
      case 'PageUp': return firstOf(this.rowBy(row, -10, column));
      case 'Home': return isTimeline ? (stops[0] ?? null) : firstOf(cells[0]);
      case 'End': return isTimeline ? (stops.at(-1) ?? null) : firstOf(cells.at(-1));
      default: return undefined;
    }
  }

  private rowBy(row: Element, by: number, column: number): HTMLElement | undefined {
    const rows = [...this.root.querySelectorAll(ROW)];
    const at = rows.indexOf(row);
    const to = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    return to && to !== row ? [...to.querySelectorAll<HTMLElement>(CELL)][column] : undefined;
  }
}

function firstOf(cell: HTMLElement | undefined): HTMLElement | null {
  return cell ? (stopsIn(cell)[0] ?? null) : null;
}

function lastOf(cell: HTMLElement | undefined): HTMLElement | null {
  return cell ? (stopsIn(cell).at(-1) ?? null) : null;
}
