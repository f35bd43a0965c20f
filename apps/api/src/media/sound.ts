/** Recordings, looked at piece by piece: what is sound stays, tags go, and a file with anything else in it is refused. */
import { MEDIA_WORDS, MEDIA_LIMITS } from '@promenade/domain/media/media';
import { parseBuffer } from 'music-metadata';
import { Invalid } from '../graphql/errors.ts';
import { NotSound } from './sound-parts.ts';
import { soundOfM4a } from './sound-m4a.ts';
import { soundOfMp3 } from './sound-mp3.ts';
import { soundOfOgg } from './sound-ogg.ts';
import { soundOfWav } from './sound-wav.ts';
import { soundOfWebm } from './sound-webm.ts';

export type Sound = { readonly bytes: Buffer; readonly mime: string; readonly ending: string; readonly seconds: number | null };

/** The way each container is taken apart. `seconds` is told where only the container's own pieces say so. */
const CONTAINERS: Readonly<Record<string, { readonly take: (file: Buffer) => { bytes: Buffer; seconds?: number }; readonly mime: string; readonly ending: string }>> = {
  'audio/wav': { take: soundOfWav, mime: 'audio/wav', ending: 'wav' },
  'audio/mpeg': { take: soundOfMp3, mime: 'audio/mpeg', ending: 'mp3' },
  'audio/ogg': { take: soundOfOgg, mime: 'audio/ogg', ending: 'ogg' },
  'video/webm': { take: soundOfWebm, mime: 'audio/webm', ending: 'webm' },
  'audio/x-m4a': { take: soundOfM4a, mime: 'audio/mp4', ending: 'm4a' },
  'audio/mp4': { take: soundOfM4a, mime: 'audio/mp4', ending: 'm4a' },
  'video/mp4': { take: soundOfM4a, mime: 'audio/mp4', ending: 'm4a' },
};

/** What the codecs may be, as music-metadata names them. */
const CODECS = /^(PCM|MPEG [12.]+ Layer 3|Opus|Vorbis I|MPEG-4\/AAC|OPUS|VORBIS|AAC|A_OPUS|A_VORBIS|ALAC|IEEE_FLOAT)/i;

/** Whether a sniffed type may be a recording. */
export const mayBeSound = (type: string): boolean => type in CONTAINERS || type.startsWith('audio/ogg') || type === 'audio/opus' || type === 'audio/webm' || type === 'audio/vnd.wave';

/** The recording as it is kept. Throws Invalid with a sentence. */
export async function soundOf(file: Buffer, type: string): Promise<Sound> {
  const name = type === 'audio/opus' || type.startsWith('audio/ogg') ? 'audio/ogg' : type === 'audio/webm' ? 'video/webm' : type === 'audio/vnd.wave' ? 'audio/wav' : type;
  const container = CONTAINERS[name];
  if (!container) throw new Invalid(MEDIA_WORDS.RECORDING_BROKEN(''));
  try {
    const { bytes, seconds } = container.take(file);
    const { format } = await parseBuffer(bytes, { mimeType: container.mime, size: bytes.length }, { duration: true, skipCovers: true });
    if (!format.codec || !CODECS.test(format.codec)) throw new NotSound('BROKEN', '');
    const long = seconds ?? format.duration ?? null;
    if (long !== null && long > MEDIA_LIMITS.recordingSeconds + 1) throw new Invalid(MEDIA_WORDS.RECORDING_TOO_LONG(''));
    return { bytes, mime: container.mime, ending: container.ending, seconds: long === null ? null : Math.round(long * 10) / 10 };
  } catch (error) {
    if (error instanceof Invalid) throw error;
    if (error instanceof NotSound && error.kind === 'MORE') throw new Invalid(MEDIA_WORDS.MORE_THAN_SOUND(error.message));
    throw new Invalid(MEDIA_WORDS.RECORDING_BROKEN(''));
  }
}
