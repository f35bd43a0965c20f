/** What a rule of a legal plan is: it looks at the facts and says, with amounts and in words, where it is broken. */
import type { Facts, Held } from './facts.ts';
import type { Names } from './names.ts';
import type { Span } from './problem.ts';
import { groupBy } from './facts.ts';
import { between } from './names.ts';
import { minutesShared, overlaps } from './span.ts';

export type RuleNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** One place where a rule is broken. */
export type Finding = {
  readonly sessions: readonly Held[];
  readonly ids: readonly string[];
  /** By how much: people, minutes, sessions, seats or pence, as the words say. */
  readonly amount: number;
  /** When, if the rule is about a moment. */
  readonly span?: Span;
  readonly say: (names: Names) => string;
};

export type Rule = {
  readonly number: RuleNumber;
  /** What holds when the rule is kept. */
  readonly name: string;
  readonly find: (facts: Facts) => Finding[];
};

/** 'Choir on Tue 14:30'. */
export function title(session: Held, names: Names): string {
  return `${names.call('activity', session.activity.id)} on ${names.when(session.span[0])}`;
}

/** Everyone and everything that is in two sessions at once, or stands twice in one. */
export function findClashes(
  sessions: readonly Held[],
  among: (session: Held) => readonly { readonly id: string }[],
  kind: 'resident' | 'staff' | 'room' | 'vehicle',
): Finding[] {
  return [...groupBy(sessions, among)].flatMap(([{ id }, own]) =>
    pairs(own)
      .filter(([a, b]) => overlaps(a.span, b.span))
      .map(([a, b]): Finding => ({
        sessions: a === b ? [a] : [a, b],
        ids: [id],
        amount: minutesShared(a.span, b.span),
        span: [Math.max(a.span[0], b.span[0]), Math.min(a.span[1], b.span[1])],
        say: (names) =>
          a === b
            ? `${names.call(kind, id)} stands twice in ${title(a, names)}.`
            : `${names.call(kind, id)} is in ${title(a, names)} and in ${title(b, names)} at the same time.`,
      })),
  );
}

/** Every two of `items`, each pair once. */
export function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): [Item, Item] => [a, b]));
}

/** 'Tue 14:30 to 15:30' of the whole session. */
export function times(session: Held, names: Names): string {
  return between(session.span, names);
}
