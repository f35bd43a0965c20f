/** Sends a file as it is, says how far it is, and can be stopped. `fetch` cannot tell how much has gone. */
import { RequestError, signedOut } from '@promenade/ui/request.ts';
import { words as shared } from '@promenade/ui/words.ts';

type Sending = { readonly onShare?: (share: number) => void; readonly signal?: AbortSignal; readonly fileName?: string };

/** Throws a RequestError with a sentence; `STOPPED` when it was stopped. */
export function sendFile<Answer>(to: string, file: Blob, { onShare, signal, fileName }: Sending = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const fail = (code: string, message: string) => reject(new RequestError(code, message));
    call.open('POST', to);
    call.setRequestHeader('x-promenade', '1');
    call.setRequestHeader('content-type', 'application/octet-stream');
    if (fileName) call.setRequestHeader('x-file-name', encodeURIComponent(fileName));
    call.upload.onprogress = ({ loaded, total }) => onShare?.(total > 0 ? loaded / total : 0);
    call.onerror = () => fail('OFFLINE', shared.noConnection);
    call.onabort = () => fail('STOPPED', '');
    call.onload = () => {
      const answer = parsed(call.responseText);
      if (call.status >= 200 && call.status < 300 && answer) {
        resolve(answer as Answer);
        return;
      }
      if (call.status === 401) window.dispatchEvent(new Event(signedOut));
      fail(answer?.code ?? (call.status >= 502 ? 'OFFLINE' : 'BROKEN'), answer?.message ?? (call.status >= 502 ? shared.noConnection : shared.broken));
    };
    signal?.addEventListener('abort', () => call.abort(), { once: true });
    call.send(file);
  });
}

function parsed(text: string): { code?: string; message?: string } | null {
  try {
    return JSON.parse(text) as { code?: string; message?: string };
  } catch {
    return null;
  }
}
