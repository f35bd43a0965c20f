import { useEffect, useRef, useState } from 'react';
import { MEDIA_LIMITS, type MediaKind } from '@promenade/domain/media/media';
import { ownId } from '@promenade/ui/own-id.ts';
import { RequestError } from '@promenade/ui/request.ts';
import { sendFile } from './sending.ts';
import { words } from './words.ts';

/** A photo or recording on its way: `url` shows it on this device before it is anywhere else. */
export type Upload =
  | { state: 'none' }
  | { state: 'sending'; kind: MediaKind; url: string; share: number }
  | { state: 'there'; kind: MediaKind; url: string; id: string }
  | { state: 'failed'; kind: MediaKind; url: string | null; message: string; again: (() => void) | null };

type Sent = { id: string; kind: MediaKind };

const MOST = { photo: MEDIA_LIMITS.photoBytes, recording: MEDIA_LIMITS.recordingBytes };

export function useUpload(residentId: string): { upload: Upload; send: (file: Blob, kind: MediaKind, name: string) => void; cancel: () => void; clear: () => void } {
  const [upload, setUpload] = useState<Upload>({ state: 'none' });
  const stop = useRef<AbortController | null>(null);
  const url = useRef<string | null>(null);
  const forget = () => {
    stop.current?.abort();
    if (url.current) URL.revokeObjectURL(url.current);
    url.current = null;
  };
  useEffect(() => forget, []);

  function send(file: Blob, kind: MediaKind, name: string): void {
    forget();
    if (file.size > MOST[kind]) {
      const [what, most] = kind === 'photo' ? [words.media.photoWord, '12 MB'] : [words.media.soundWord, '10 MB'];
      setUpload({ state: 'failed', kind, url: null, message: words.media.tooLarge(what, most), again: null });
      return;
    }
    const shown = URL.createObjectURL(file);
    url.current = shown;
    // One id for however many tries: what did arrive is not kept twice.
    const id = ownId();
    const go = () => {
      const stopped = new AbortController();
      stop.current = stopped;
      setUpload({ state: 'sending', kind, url: shown, share: 0 });
      sendFile<Sent>(`/media?id=${id}&residentId=${residentId}`, file, { signal: stopped.signal, fileName: name, onShare: (share) => setUpload((now) => (now.state === 'sending' ? { ...now, share } : now)) })
        .then((sent) => setUpload({ state: 'there', kind: sent.kind, url: shown, id: sent.id }))
        .catch((error: unknown) => {
          if (stop.current !== stopped) return;
          const isStopped = error instanceof RequestError && error.code === 'STOPPED';
          const mayTryAgain = isStopped || (error instanceof RequestError && error.code === 'OFFLINE');
          setUpload({ state: 'failed', kind, url: shown, message: isStopped ? words.media.cancelled : error instanceof Error ? error.message : '', again: mayTryAgain ? go : null });
        });
    };
    go();
  }

  return { upload, send, cancel: () => stop.current?.abort(), clear: () => { forget(); setUpload({ state: 'none' }); } };
}
