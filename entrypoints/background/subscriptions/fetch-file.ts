import { isSafe } from '../../../glossary/subscriptions/address.ts';
import { retryAfter } from '../../../glossary/subscriptions/schedule.ts';

/** What a file may cost. */
export interface Limits {
  /** Bytes, unpacked. */
  readonly bytes: number;
  /** Milliseconds from asking to the last byte. */
  readonly time: number;
}

/** The largest glossaries that are published have ten; and whoever is slower than half a minute is out of order. */
export const LIMITS: Limits = { bytes: 20 * 1024 * 1024, time: 30_000 };

export interface FileRequest {
  readonly url: string;
  /** As the server gave them with the file that is at hand. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly limits: Limits;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How a server names the state of a file. */
export interface FileState {
  readonly etag?: string;
  readonly lastModified?: string;
}

export type FileAnswer =
  /** It is still the file at hand. */
  | { readonly kind: 'same' }
  | ({ readonly kind: 'file'; readonly bytes: Uint8Array } & FileState)
  /** `notBefore`: when the server wants to be asked again, in milliseconds since 1970. */
  | { readonly kind: 'failed'; readonly text: string; readonly notBefore?: number };

/**
 * Asks for a file, once. No cookie and no referrer goes along. That redirects lead to HTTPS only is seen to by
 * the extension's content security policy, hop by hop, and by a look at where they ended.
 */
export async function fetchFile(request: FileRequest): Promise<FileAnswer> {
  const { limits } = request;
  const signal = AbortSignal.timeout(limits.time);
  try {
    const response = await fetch(request.url, {
      headers: conditions(request),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    });
    const refused = refusal(response, request);
    if (refused === undefined) return await body(response, limits);
    await response.body?.cancel();
    return refused;
  } catch (error) {
    return { kind: 'failed', text: signal.aborted ? tooSlow(limits) : broken(request.url, error) };
  }
}

function conditions({ etag, lastModified }: FileRequest): Record<string, string> {
  return {
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

/** The answers that bring no file. */
function refusal(response: Response, { url, now }: FileRequest): FileAnswer | undefined {
  const ended = new URL(response.url || url);
  if (!isSafe(ended) || (ended.protocol === 'http:' && new URL(url).protocol === 'https:')) {
    return { kind: 'failed', text: `It leads on to ${ended.origin}, which is not HTTPS.` };
  }
  if (response.status === 304) return { kind: 'same' };
  if (response.ok && response.status !== 204 && response.body !== null) return undefined;
  const notBefore = retryAfter(response.headers.get('retry-after'), now);
  return {
    kind: 'failed',
    text: `${ended.host} ${meaning(response.status)} (${response.status}).`,
    ...(notBefore !== undefined && { notBefore }),
  };
}

function meaning(status: number): string {
  if (status === 404 || status === 410) return 'has nothing at this address';
  if (status === 401 || status === 403) return 'does not let Glossator in';
  if (status === 429) return 'has been asked too often';
  if (status >= 500) return 'has a problem of its own';
  return 'does not give the file';
}

async function body(response: Response, limits: Limits): Promise<FileAnswer> {
  const announced = Number(response.headers.get('content-length') ?? Number.NaN);
  if (announced > limits.bytes) return { kind: 'failed', text: tooLarge(limits) };
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of piecesOf(response)) {
    size += piece.length;
    if (size > limits.bytes) return { kind: 'failed', text: tooLarge(limits) };
    pieces.push(piece);
  }
  // Not every browser minds. What was packed on the way is counted packed.
  const packed = response.headers.has('content-encoding');
  if (!packed && size < announced) {
    return { kind: 'failed', text: `The file broke off after ${size} of ${announced} bytes.` };
  }
  return { kind: 'file', bytes: joined(pieces, size), ...stateOf(response.headers) };
}

/** Not `for await` over the body itself, which Chromium learned late. */
async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
      yield read.value;
    }
  } finally {
    await reader?.cancel();
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Characters of a name that a server may give a state; longer ones are not sent back to it. */
const LONGEST_STATE = 1_000;

function stateOf(headers: Headers): FileState {
  const short = (name: string) => {
    const value = headers.get(name);
    return value !== null && value.length <= LONGEST_STATE ? value : undefined;
  };
  const etag = short('etag');
  const lastModified = short('last-modified');
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
}

function tooSlow({ time }: Limits): string {
  return `The file did not come within ${Math.round(time / 1_000)} seconds.`;
}

function tooLarge({ bytes }: Limits): string {
  return `The file is larger than ${Math.round(bytes / 1024 / 1024)} MB.`;
}

/** Browsers do not tell a page why there was no answer; a developer finds it in the console. */
function broken(url: string, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `${new URL(url).host} cannot be reached, broke off, or leads on to where Glossator may not follow (${why}).`;
}
