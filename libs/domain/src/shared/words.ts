/** What somebody wrote, taken plainly: spaces around it do not count. */

/** The words without spaces around them, or null where there are none. */
export function wordsOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

export function isBlank(text: string | null | undefined): boolean {
  return wordsOrNull(text) === null;
}

/** 'Ann', 'Ann and Ben', 'Ann, Ben and Cal'. */
export function inWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
