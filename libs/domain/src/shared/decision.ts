/** The shape of every answer that may be no: a refusal carries reasons, and each reason has words. */

/** Why not. `about` names the thing in words a person knows: 'Thursday 14:30', 'the minibus'. */
export type Reason<Code extends string = string> = { readonly code: Code; readonly about?: string };

export type Decision<Code extends string = string> =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reasons: readonly Reason<Code>[] };

/** Allowed unless one of `reasons` stands; those that are false, null or undefined do not. */
export function decide<Code extends string>(reasons: readonly (Reason<Code> | false | null | undefined)[]): Decision<Code> {
  const standing = reasons.filter((reason): reason is Reason<Code> => Boolean(reason));
  return standing.length === 0 ? { allowed: true } : { allowed: false, reasons: standing };
}

/** Words for every code of a module: the compiler finds a code without them. */
export type Words<Code extends string> = Readonly<Record<Code, (about: string) => string>>;

/** A reason as a sentence. */
export function sayReason<Code extends string>(words: Words<Code>, reason: Reason<Code>): string {
  return words[reason.code](reason.about ?? '');
}
