/** What the readers of recordings share. */

/** Why a file is no recording: damaged, or more than sound; then the message says what else there is. */
export class NotSound extends Error {
  constructor(
    readonly kind: 'BROKEN' | 'MORE',
    message: string,
  ) {
    super(message);
  }
}

/** Bytes from `at`, all of which must be there. */
export function take(file: Buffer, at: number, length: number): Buffer {
  if (at < 0 || length < 0 || at + length > file.length) throw new NotSound('BROKEN', '');
  return file.subarray(at, at + length);
}

export const TRAILING = 'after the sound something else follows.';
export const FILM = 'it holds moving pictures.';
export const ATTACHED = 'another file is packed into it.';
