/** One option with its advice: why, what speaks against it, how sure we are, and how it was ranked. */
import type { Span } from '../shared/time.ts';

export const RECORD_KINDS = ['life fact', 'interest', 'outcome', 'wish', 'routine', 'attendance', 'session', 'shift', 'staff', 'staff preference', 'activity', 'venue', 'resident', 'circle member', 'sharing consent', 'authority', 'choice', 'reading'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
export type Pointer = { readonly kind: RecordKind; readonly id: string };

/** A plain sentence, and the records anybody may look up to see that it is so. */
export type Because = { readonly words: string; readonly records: readonly Pointer[] };

export const SURENESS = ['sure', 'fairly sure', 'a guess'] as const;
export type Sureness = (typeof SURENESS)[number];
export type Sure = { readonly sureness: Sureness; readonly why: string };

/** Points for one part of the score. Parts are added; nothing else ranks. */
export type ScorePart = { readonly name: string; readonly points: number };

/** What follows when it is chosen. `words` are those of the wish or the outcome it leads to. */
export type Leads = {
  readonly to: 'wish' | 'outcome' | 'staff preference' | 'named worker' | 'declined' | 'nothing';
  readonly words: string; readonly activityId: string | null; readonly staffId: string | null; readonly sessionId: string | null;
};

/** What taking it up would need: what it is held against before it is offered. */
export type Takes = {
  readonly activityId?: string | null; readonly costPence?: number; readonly venueId?: string | null; readonly span?: Span | null;
  readonly staffIds?: readonly string[]; readonly residentIds?: readonly string[]; readonly supporterIds?: readonly string[];
  /** A session that is planned already: its own booking is not in its way, and its cost is already counted. */
  readonly sessionId?: string | null;
};

export type Candidate = {
  readonly key: string; readonly title: string; readonly picture: string; readonly isOut: boolean;
  /** Of a kind: three that share it are never offered together while there is another. */
  readonly family: string;
  readonly reasons: readonly Because[]; readonly drawbacks: readonly string[]; readonly sure: Sure; readonly parts: readonly ScorePart[];
  readonly takes: Takes; readonly leads: Leads;
};

/** As it is shown, and as it is kept on the receipt. */
export type Option = {
  readonly key: string; readonly title: string; readonly picture: string; readonly isOut: boolean; readonly family: string;
  readonly reasons: readonly Because[]; readonly drawback: string; readonly sureness: Sureness; readonly sureWhy: string;
  readonly score: number; readonly parts: readonly ScorePart[]; readonly leads: Leads;
};

export const LEADS_NOWHERE: Leads = { to: 'nothing', words: '', activityId: null, staffId: null, sessionId: null };

export function because(words: string, ...records: Pointer[]): Because {
  return { words, records };
}

export function all(kind: RecordKind, rows: readonly { readonly id: string }[]): Pointer[] {
  return rows.map(({ id }) => ({ kind, id }));
}

/** '£4', '£4.50', 'nothing'. */
export function sayCost(pence: number): string {
  if (pence === 0) return 'nothing';
  return `£${pence % 100 === 0 ? pence / 100 : (pence / 100).toFixed(2)}`;
}
