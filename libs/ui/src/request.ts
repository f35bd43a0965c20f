/** Asks the server: one GraphQL document, typed by gql.tada, and plain words when it fails. */
import type { DocumentDecoration } from 'gql.tada';
import { textOf } from './documents.ts';
import { words } from './words.ts';

/** A typed document: what it answers and what it needs to be asked. */
export type Ask<Answer, Variables> = DocumentDecoration<Answer, Variables>;

/** Why something was not done: a whole sentence for people, a code for us, and what it is about. */
export type Refused = { reasons: readonly { code: string; message: string; about?: string | null }[] };

/** The refusal in an answer, or null: for `<RefusedNotice refused={refusalIn(tell.data?.signIn)} />`. */
export function refusalIn(answer: { __typename?: string } | null | undefined): Refused | null {
  return answer?.__typename === 'Refused' ? (answer as unknown as Refused) : null;
}

/** `OFFLINE` is ours; the others are the server's `extensions.code`. */
export class RequestError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
  }
}

/** Heard by the shell, which then asks for the password over the page, so that nothing typed is lost. */
export const signedOut = 'promenade:signed-out';

/** The name of a document's operation: what the cache calls it. */
export function operationName(document: object): string {
  const { definitions = [] } = document as { definitions?: readonly { kind: string; name?: { value: string } }[] };
  return definitions.find((definition) => definition.kind === 'OperationDefinition')?.name?.value ?? 'unnamed';
}

type Answered<Answer> = { data?: Answer | null; errors?: readonly { message: string; extensions?: { code?: string } }[] };

async function post(body: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-promenade': '1' },
      body,
      signal: signal ?? null,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new RequestError('OFFLINE', words.noConnection);
  }
}

async function read<Answer>(response: Response): Promise<Answered<Answer>> {
  try {
    return (await response.json()) as Answered<Answer>;
  } catch {
    // A proxy answered in place of our server: its 502 to 504 mean that nothing reached us.
    throw response.status >= 502 ? new RequestError('OFFLINE', words.noConnection) : new RequestError('BROKEN', words.broken);
  }
}

/** A request as it goes over the wire, so that it can wait on the device and go out later unchanged. */
export function bodyOf<Answer, Variables>(document: Ask<Answer, Variables>, variables?: Variables): string {
  return JSON.stringify({ query: textOf(document), operationName: operationName(document), variables: variables ?? {} });
}

/** Errors: RequestError, with `OFFLINE` when nothing reached the server and `UNAUTHENTICATED` when nobody is signed in. */
export function request<Answer, Variables>(document: Ask<Answer, Variables>, variables?: Variables, signal?: AbortSignal): Promise<Answer> {
  return send<Answer>(bodyOf(document, variables), signal);
}

/** Sends a request that is written out already. Errors as for `request`. */
export async function send<Answer>(body: string, signal?: AbortSignal): Promise<Answer> {
  const answered = await read<Answer>(await post(body, signal));
  const error = answered.errors?.[0];
  if (error) {
    const code = error.extensions?.code ?? 'BROKEN';
    if (code === 'UNAUTHENTICATED') {
      window.dispatchEvent(new Event(signedOut));
      throw new RequestError(code, words.signedOut);
    }
    throw new RequestError(code, error.message || words.broken);
  }
  if (!answered.data) throw new RequestError('BROKEN', words.broken);
  return answered.data;
}
