/** Photos and recordings of a person: what may be kept, how large it may be, and whether it may be shown. */
import { type Decision, type Words, decide } from '../shared/decision.ts';

export type MediaKind = 'photo' | 'recording';

export type MediaConsent = 'yes' | 'no' | 'conditional' | 'not asked';
/** What a person agreed to, of photos and of recordings. */
export type MediaConsents = { readonly name: string } & Readonly<Record<MediaKind, MediaConsent>>;

const MB = 1024 * 1024;
/** Bytes as they are sent, pixels as they unfold, seconds of sound. */
export const MEDIA_LIMITS = { photoBytes: 12 * MB, photoPixels: 40_000_000, recordingBytes: 10 * MB, recordingSeconds: 300 } as const;

export type MediaReason =
  | 'PHOTOS_NOT_ASKED' | 'PHOTOS_REFUSED' | 'RECORDINGS_NOT_ASKED' | 'RECORDINGS_REFUSED' | 'FILE_EMPTY' | 'PHOTO_TOO_LARGE' | 'RECORDING_TOO_LARGE' | 'FILE_TOO_LARGE' | 'RECORD_TOO_LARGE' | 'NOT_A_PICTURE_OR_SOUND' | 'PHOTO_BROKEN' | 'TOO_MANY_PIXELS'
  | 'RECORDING_BROKEN' | 'RECORDING_TOO_LONG' | 'MORE_THAN_SOUND' | 'ERASE_NO_WHY' | 'ERASED_ALREADY';

export const MEDIA_WORDS: Words<MediaReason> = {
  PHOTOS_NOT_ASKED: (about) => `Nobody has asked ${about} about photos yet. Ask first, and note the answer on ${about}’s page.`,
  PHOTOS_REFUSED: (about) => `${about} does not want photos. If that has changed, note it on ${about}’s page first.`,
  RECORDINGS_NOT_ASKED: (about) => `Nobody has asked ${about} about recordings yet. Ask first, and note the answer on ${about}’s page.`,
  RECORDINGS_REFUSED: (about) => `${about} does not want to be recorded. If that has changed, note it on ${about}’s page first.`,
  FILE_EMPTY: () => 'This file is empty. Choose it again, or record once more.',
  PHOTO_TOO_LARGE: () => 'This photo is larger than 12 MB. Send it in a smaller size, or take it again with the camera of this device.',
  RECORDING_TOO_LARGE: () => 'This recording is larger than 10 MB. Record a shorter piece; five minutes is plenty.',
  FILE_TOO_LARGE: () => 'This file is too large. A photo may have 12 MB and a recording 10 MB.',
  RECORD_TOO_LARGE: () => 'This file is larger than 64 MB. Export it with fewer photos and recordings.',
  NOT_A_PICTURE_OR_SOUND: (about) => `${about} Photos can be JPEG, PNG or WebP; recordings WebM, Ogg, M4A, MP3 or WAV.`,
  PHOTO_BROKEN: () => 'This photo is damaged and cannot be opened. Take it again, or send it to this device once more.',
  TOO_MANY_PIXELS: () => 'This picture is far larger than any photo, more than 40 million dots. Choose a smaller copy of it.',
  RECORDING_BROKEN: () => 'This recording is damaged or incomplete and cannot be played safely. Record it once more.',
  RECORDING_TOO_LONG: () => 'This recording is longer than five minutes. Keep it short, or record it in pieces.',
  MORE_THAN_SOUND: (about) => `There is more in this file than sound: ${about} Record it once more here, or save it as sound only.`,
  ERASE_NO_WHY: () => 'Write why it is erased; the line stays where it was, without it.',
  ERASED_ALREADY: () => 'This was erased already.',
};

/** Whether something of this kind may be looked at or listened to: asked again each time, so that a no counts at once. */
export function mayShowMedia(consent: MediaConsent): boolean {
  return consent === 'yes' || consent === 'conditional';
}

/** Whether one may be kept at all. A condition is for people to keep: it is shown where photos are taken. */
export function mayKeepMedia(kind: MediaKind, consents: MediaConsents): Decision<MediaReason> {
  const { name: about, [kind]: consent } = consents;
  return decide<MediaReason>([
    consent === 'not asked' && { code: kind === 'photo' ? 'PHOTOS_NOT_ASKED' : 'RECORDINGS_NOT_ASKED', about },
    consent === 'no' && { code: kind === 'photo' ? 'PHOTOS_REFUSED' : 'RECORDINGS_REFUSED', about },
  ]);
}

/** Whether one can be erased: somebody says why, and it is still there. */
export function mayErase(why: string, isErased: boolean): Decision<MediaReason> {
  return decide<MediaReason>([isErased && { code: 'ERASED_ALREADY' }, why.trim() === '' && { code: 'ERASE_NO_WHY' }]);
}

/** What stands in place of a photo or a recording that is not shown, or null when it is. */
export function sayNotShown(kind: MediaKind, consents: MediaConsents, erasedWhy: string | null): string | null {
  if (erasedWhy !== null) return `The ${kind} that was here has been erased: ${erasedWhy}`;
  return mayShowMedia(consents[kind]) ? null : `There is a ${kind} here. It is not shown, because ${consents.name} has not agreed to ${kind}s.`;
}

/**
 * A file's name as it may stand in a header and in a folder: no path, no control or direction signs, letters of any
 * language, at most 80 characters. The ending follows from what the file is.
 */
export function plainFileName(sent: string, ending: string): string {
  const last = sent.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const stem = last.replace(/\.[^.]*$/, '').replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(/\s+/g, ' ').trim().slice(0, 80);
  return `${stem || 'about-me'}.${ending}`;
}
