import { RequestError, signedOut } from '@promenade/ui/request.ts';
import { words as shared } from '@promenade/ui/words.ts';

/** Sends a photo as it is. Throws a RequestError with a sentence. The same id again is the same photo. */
export async function sendPhoto(id: string, residentId: string, file: File): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`/media?id=${id}&residentId=${residentId}`, {
      method: 'POST', credentials: 'same-origin', body: file,
      headers: { 'x-promenade': '1', 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    });
  } catch {
    throw new RequestError('OFFLINE', shared.noConnection);
  }
  // Read to its end in any case: an answer that nobody reads keeps its connection.
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return;
  if (response.status === 401) window.dispatchEvent(new Event(signedOut));
  const said = answer as { code?: string; message?: string } | null;
  throw new RequestError(said?.code ?? 'BROKEN', said?.message ?? shared.broken);
}
