/** What somebody wrote, taken plainly: spaces around it do not count. */

/** The words without spaces around them, or null where there are none. */
export function wordsOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

export function isBlank(text: string | null | undefined): boolean {
  return wordsOrNull(text) === null;
}
