/** Filling the gaps: the most appealing session first. */
import type { Proposal, Taste } from './compose.ts';
import type { Slot } from './tables.ts';
import type { Week } from './week.ts';
import { compose } from './compose.ts';
import { at } from '../at.ts';

type Entry = { readonly slot: Slot; readonly proposal: Proposal; readonly key: number; readonly version: number };

/**
 * Opens sessions among `slots`, the most appealing first, until none adds anything. A proposal worked out before the
 * last change is worked out again when its turn comes: with everything that opens, the others can hardly get better.
 */
export function fillGaps(week: Week, slots: readonly Slot[], taste: Taste): void {
  const queue: Entry[] = [];
  const consider = (slot: Slot) => {
    const proposal = compose(week, slot, taste);
    if (proposal && proposal.gain > 0) push(queue, { slot, proposal, version: week.version, key: proposal.appeal * (1 + taste.noise * (taste.chance.next() - 0.5)) });
  };
  for (const slot of slots) consider(slot);
  for (let entry = pop(queue); entry; entry = pop(queue)) {
    if (entry.version !== week.version) consider(entry.slot);
    else week.open(entry.proposal.session);
  }
}

/** A heap by `key`, the greatest first. */
function push(heap: Entry[], entry: Entry): void {
  let place = heap.length;
  heap.push(entry);
  while (place > 0) {
    const above = (place - 1) >> 1;
    if (at(heap, above).key >= entry.key) break;
    heap[place] = at(heap, above);
    place = above;
  }
  heap[place] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let place = 0;
  for (;;) {
    let below = 2 * place + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && at(heap, below + 1).key > at(heap, below).key) below += 1;
    if (at(heap, below).key <= last.key) break;
    heap[place] = at(heap, below);
    place = below;
  }
  heap[place] = last;
  return top;
}
