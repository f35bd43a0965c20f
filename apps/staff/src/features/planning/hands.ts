/** Picking a session up, moving it and putting it down: with a mouse, a finger or the keyboard, and what it would break said on the way. */
import { announce } from '@promenade/ui/announcer';
import type { Session } from '@promenade/planner/problem';
import type { Shown, Week } from './board.ts';
import type { Thinker } from './board-thinker.ts';
import { type Scene, type Target, isThereAlready, movedTo, sayMove, startAt, stepped } from './moves.ts';
import { Painting, hoursIn } from './painting.ts';
import { CELL, ITEM, Roving } from './roving.ts';
import { whatBreaks } from './what-breaks.ts';
import { words } from './words.ts';

const DAY = 1440;
/** Pixels a mouse may tremble, and milliseconds a finger rests, before something is picked up. */
const TREMBLE = 4;
const REST_MS = 320;
/** Pixels from an edge within which the board scrolls along. */
const EDGE = 48;

export type Held = {
  readonly one: Shown;
  readonly lane: string | null;
  readonly target: Target;
  /** The session as it would be there. */
  readonly result: Session;
  readonly breaks: readonly string[];
  readonly isMoved: boolean;
  readonly by: 'pointer' | 'keys';
};

/** What the hands need to know of the board as it stands, and what they do to it. */
export type Bench = {
  readonly week: Week;
  readonly shown: readonly Shown[];
  readonly scene: Scene;
  readonly mayChange: boolean;
  readonly thinker: Thinker;
  readonly onOpen: (one: Shown) => void;
  readonly onNew: (start: number, lane: string | null) => void;
  readonly onDrop: (held: Held) => void;
  readonly onRemove: (one: Shown) => void;
  readonly onPin: (one: Shown) => void;
  readonly onUndo: () => void;
  readonly onDay: (day: number) => void;
};

type Candidate = { readonly item: HTMLElement; readonly x: number; readonly y: number; readonly pointer: number; readonly isGrip: boolean; readonly isTouch: boolean; readonly timer: number };

export class Hands {
  held: Held | null = null;
  private candidate: Candidate | null = null;
  private point = { x: 0, y: 0 };
  private frame = 0;
  private grabbed = 0;
  private isSwallowing = false;
  private verdict: HTMLElement | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly ending = new AbortController();
  readonly roving: Roving;
  private readonly painting: Painting;
  private readonly root: HTMLElement;
  private readonly bench: () => Bench;

  constructor(root: HTMLElement, bench: () => Bench) {
    this.root = root;
    this.bench = bench;
    this.roving = new Roving(root);
    this.painting = new Painting(root);
    const { signal } = this.ending;
    const on = <Name extends keyof HTMLElementEventMap>(name: Name, hear: (event: HTMLElementEventMap[Name]) => void, more: AddEventListenerOptions = {}) => root.addEventListener(name, hear, { signal, ...more });
    on('pointerdown', (event) => this.down(event));
    on('pointermove', (event) => this.move(event));
    on('pointerup', () => this.up());
    on('pointercancel', () => this.letGo());
    on('contextmenu', (event) => { if (this.candidate?.isTouch || this.held) event.preventDefault(); });
    on('touchmove', (event) => { if (this.held) event.preventDefault(); }, { passive: false });
    on('click', (event) => this.click(event), { capture: true });
    on('keydown', (event) => this.key(event));
    on('keyup', (event) => { if (event.key === ' ' && event.target instanceof Element && event.target.closest(ITEM)) event.preventDefault(); });
    on('focusin', (event) => { if (event.target instanceof HTMLElement && event.target.closest(`${ITEM}, ${CELL}`) === event.target) this.roving.choose(event.target); });
    document.addEventListener('keydown', (event) => this.keyWhileHeld(event), { signal, capture: true });
    document.addEventListener('pointerdown', () => { if (this.held?.by === 'keys') this.letGo(); }, { signal, capture: true });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly look = (): Held | null => this.held;

  end(): void {
    this.letGo();
    this.ending.abort();
  }

  /** After the board was drawn anew, things still held stay held. */
  settle(): void {
    this.roving.settle();
    if (this.held) this.paint(this.held);
  }

  /** Where the words are shown that follow the hand. */
  follow(verdict: HTMLElement | null): void {
    this.verdict = verdict;
    this.place();
  }

  // ---- picking up and putting down

  private oneOf(item: HTMLElement): Shown | undefined {
    const at = item.dataset['at'];
    return at === undefined || at === '' ? this.bench().shown.find(({ session, at: place }) => place === null && `${session.activity} ${session.start}` === item.dataset['session']) : this.bench().shown.find((one) => one.at === Number(at));
  }

  pickUp(item: HTMLElement, by: Held['by']): boolean {
    const { mayChange, scene, thinker, week } = this.bench();
    const one = this.oneOf(item);
    if (!mayChange || !one || one.at === null) return false;
    const lane = item.dataset['lane'] ?? null;
    this.held = { one, lane, target: { start: one.from, lane }, result: one.session, breaks: [], isMoved: false, by };
    this.root.dataset['moving'] = by;
    this.painting.lift(one.at);
    this.paint(this.held);
    thinker.where({ problem: week.problem, called: week.called, sessions: week.live.sessions }, one.at, this.painting.options(scene, one.session, lane), (key, isFit) => this.painting.tint(key, isFit));
    if (by === 'keys') announce(words.moving.pickedUp(`${week.names.call('activity', one.session.activity)}, ${week.names.when(one.from)}`));
    this.tell();
    return true;
  }

  private aim(target: Target): void {
    const { held } = this;
    if (!held || (held.target.start === target.start && held.target.lane === target.lane)) return;
    const { scene, week } = this.bench();
    const { one, lane } = held;
    const isMoved = target.start !== one.from || target.lane !== lane;
    const result = movedTo(one.session, scene.view, lane, target);
    const breaks = !isMoved ? [] : isThereAlready(one.session, scene.view, lane, target)
      ? [words.moving.there(week.names.call('resident', target.lane ?? ''))]
      : whatBreaks(week.problem, week.live.sessions, { before: one.session, after: result }, week.names);
    this.held = { ...held, target, result, breaks, isMoved };
    this.paint(this.held);
    announce(this.inWords(this.held));
    this.tell();
  }

  private inWords({ one, lane, target, breaks, isMoved }: Held): string {
    const { week, scene } = this.bench();
    const where = sayMove(week.names, one.session, scene.view, lane, target);
    if (!isMoved) return words.moving.wasHere(where);
    if (breaks.length === 0) return words.board.wouldWork(where);
    return `${words.board.wouldBreak(where)}: ${breaks.slice(0, 2).join(' ')}${breaks.length > 2 ? ` ${words.moving.andMore(breaks.length - 2)}` : ''}`;
  }

  private drop(): void {
    const { held } = this;
    this.clear();
    if (!held) return;
    if (!held.isMoved) {
      announce(words.moving.putBack);
      return;
    }
    const { activity, start } = held.result;
    if (held.breaks.length === 0) this.roving.expect(held.target.lane === null ? `${activity} ${start}` : `${held.target.lane} ${activity} ${start}`);
    this.bench().onDrop(held);
  }

  letGo(): void {
    const wasHeld = this.held !== null;
    this.clear();
    if (wasHeld) announce(words.moving.putBack);
  }

  private clear(): void {
    if (this.candidate) window.clearTimeout(this.candidate.timer);
    cancelAnimationFrame(this.frame);
    this.candidate = null;
    this.frame = 0;
    if (!this.held) return;
    this.held = null;
    delete this.root.dataset['moving'];
    this.bench().thinker.rest();
    this.painting.clear();
    this.tell();
  }

  private paint({ target, one, breaks, isMoved, by }: Held): void {
    const cell = this.painting.aim(target, one.to - one.from, breaks.length === 0, isMoved);
    if (by === 'keys' && cell) {
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, bottom } = cell.getBoundingClientRect();
      this.point = { x: Math.max(0, left), y: Math.min(bottom, window.innerHeight - 40) };
      this.place();
    }
  }

  /** The words keep beside the hand, inside the window. */
  private place(): void {
    if (!this.verdict) return;
    const { offsetWidth: width, offsetHeight: height } = this.verdict;
    const x = Math.min(this.point.x + 18, window.innerWidth - width - 8);
    const y = this.point.y + 20 + height > window.innerHeight ? this.point.y - height - 14 : this.point.y + 20;
    this.verdict.style.transform = `translate(${Math.max(8, x)}px, ${Math.max(8, y)}px)`;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  // ---- mouse and finger

  private down(event: PointerEvent): void {
    if (event.button !== 0 || this.held || !(event.target instanceof Element)) return;
    const isGrip = event.target.closest('[data-grip]') !== null;
    const item = isGrip ? event.target.closest('[data-card]')?.querySelector<HTMLElement>(ITEM) : event.target.closest<HTMLElement>(ITEM);
    if (!item || item.dataset['at'] === '' || !this.bench().mayChange) return;
    const isTouch = event.pointerType === 'touch';
    const timer = isTouch && !isGrip ? window.setTimeout(() => this.begin(), REST_MS) : 0;
    this.point = { x: event.clientX, y: event.clientY };
    this.candidate = { item, ...this.point, pointer: event.pointerId, isGrip, isTouch, timer };
  }

  private move(event: PointerEvent): void {
    if (this.held?.by === 'pointer') {
      this.point = { x: event.clientX, y: event.clientY };
      this.frame ||= requestAnimationFrame(() => this.follows());
      return;
    }
    const { candidate } = this;
    if (!candidate || candidate.pointer !== event.pointerId) return;
    const isFar = Math.hypot(event.clientX - candidate.x, event.clientY - candidate.y) > TREMBLE;
    if (!isFar) return;
    if (candidate.isTouch && !candidate.isGrip) {
      window.clearTimeout(candidate.timer);
      this.candidate = null;
    } else {
      this.point = { x: event.clientX, y: event.clientY };
      this.begin();
    }
  }

  private begin(): void {
    const { candidate } = this;
    if (!candidate) return;
    this.candidate = null;
    const { left } = candidate.item.getBoundingClientRect();
    const cell = candidate.item.closest<HTMLElement>(CELL);
    const hours = cell && hoursIn(cell);
    this.grabbed = hours ? ((candidate.x - left) / cell.getBoundingClientRect().width) * (hours[1] - hours[0]) : 0;
    if (this.pickUp(candidate.item, 'pointer')) this.root.setPointerCapture(candidate.pointer);
  }

  /** Once a frame: where the hand is, what is under it, and whether the board should scroll along. */
  private follows(): void {
    this.frame = 0;
    const { held } = this;
    if (held?.by !== 'pointer') return;
    if (this.scrolls(this.point.x, this.point.y)) this.frame = requestAnimationFrame(() => this.follows());
    this.aimUnderHand(held);
    this.place();
  }

  private aimUnderHand(held: Held): void {
    const { x, y } = this.point;
    const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>(CELL);
    if (cell && this.root.contains(cell)) {
      const hours = hoursIn(cell);
      const box = cell.getBoundingClientRect();
      const start = hours ? startAt((x - box.left) / box.width, hours, this.grabbed) : Number(cell.dataset['day']) * DAY + (held.one.from % DAY);
      this.aim({ start, lane: cell.dataset['lane'] ?? held.lane });
    } else {
      this.aim({ start: held.one.from, lane: held.lane });
    }
  }

  private scrolls(x: number, y: number): boolean {
    const scroller = this.root.querySelector<HTMLElement>('[data-scroller]');
    const step = (at: number, from: number, to: number) => (at < from + EDGE ? -14 : at > to - EDGE ? 14 : 0);
    const box = scroller?.getBoundingClientRect();
    const [top, bottom] = [Math.max(0, box?.top ?? 0), Math.min(window.innerHeight, box?.bottom ?? window.innerHeight)];
    const [dx, dy] = [box ? step(x, box.left, box.right) : 0, step(y, top, bottom)];
    const before = [scroller?.scrollLeft, scroller?.scrollTop, window.scrollY].join();
    scroller?.scrollBy(dx, dy);
    if (scroller === null) window.scrollBy(0, dy);
    return before !== [scroller?.scrollLeft, scroller?.scrollTop, window.scrollY].join();
  }

  private up(): void {
    if (this.held?.by !== 'pointer') {
      this.clear();
      return;
    }
    // Where the hand is now, but without scrolling on: it is put down where it was seen to be.
    if (this.frame) this.aimUnderHand(this.held);
    this.isSwallowing = true;
    setTimeout(() => { this.isSwallowing = false; });
    this.drop();
  }

  /** A session that was dragged is not opened by letting go of it. */
  private click(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    if (this.isSwallowing || this.held) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const item = event.target.closest<HTMLElement>(ITEM);
    const one = item && this.oneOf(item);
    if (one) this.bench().onOpen(one);
  }

  // ---- keyboard

  private key(event: KeyboardEvent): void {
    const { target } = event;
    if (this.held || event.defaultPrevented || !(target instanceof HTMLElement)) return;
    const { mayChange, onUndo } = this.bench();
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && mayChange) { done(event, onUndo); return; }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isItem = target.matches(ITEM);
    if (!isItem && !target.matches(CELL)) return;
    if (this.roving.go(target, event.key)) { done(event); return; }
    if (isItem && event.key === ' ') { done(event, () => { if (!this.pickUp(target, 'keys')) target.click(); }); return; }
    if (mayChange) this.does(event, target, isItem);
  }

  private does(event: KeyboardEvent, target: HTMLElement, isItem: boolean): void {
    const { onNew, onRemove, onPin } = this.bench();
    const one = isItem ? this.oneOf(target) : undefined;
    const isAhead = one !== undefined && one.at !== null;
    if ((!isItem && (event.key === 'Enter' || event.key === ' ')) || event.key === 'n') { done(event, () => this.startNew(target, onNew)); return; }
    if (isAhead && (event.key === 'Delete' || event.key === 'Backspace')) { done(event, () => onRemove(one)); return; }
    if (isAhead && event.key === 'p') { done(event, () => onPin(one)); return; }
  }

  private startNew(target: HTMLElement, onNew: Bench['onNew']): void {
    const cell = target.closest<HTMLElement>(CELL);
    if (cell) onNew(Number(cell.dataset['day']) * DAY + 600, cell.dataset['lane'] ?? null);
  }

  private keyWhileHeld(event: KeyboardEvent): void {
    const { held } = this;
    if (!held) return;
    event.stopPropagation();
    if (event.key === 'Escape') { done(event, () => this.letGo()); return; }
    if (held.by === 'pointer') return;
    event.preventDefault();
    if (event.key === 'Enter' || event.key === ' ') { this.drop(); return; }
    const { scene, onDay } = this.bench();
    const next = stepped(scene, held.target, event.key, event.shiftKey);
    if (!next) return;
    if (scene.zoom === 'day' && scene.view !== 'days' && Math.floor(next.start / DAY) !== Math.floor(held.target.start / DAY)) onDay(Math.floor(next.start / DAY));
    this.aim(next);
  }
}

function done(event: Event, act?: () => void): void {
  event.preventDefault();
  act?.();
}
