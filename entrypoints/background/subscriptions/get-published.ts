import type { Published } from '../../../glossary/subscriptions/published.ts';
import { digest } from '../../platform/library.ts';
import type { Failure } from '../../platform/subscription.ts';
import { type FileState, fetchFile } from './fetch-file.ts';
import type { World } from './world.ts';

/** A published glossary as it came, and its name. */
export interface Got extends Published, FileState {
  readonly kind: 'got';
  /** Names the content: the same content has the same name. */
  readonly content: string;
  /** Bytes. */
  readonly size: number;
}

export type Outcome =
  | Got
  | { readonly kind: 'same' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly notBefore?: number };

/** Fetches a published glossary and reads it, unless it is still the one with `state`. */
export async function getPublished(url: string, state: FileState, world: World): Promise<Outcome> {
  if (!world.online() && !isLoopback(url)) return failed('offline', 'This computer is offline.');
  const answer = await fetchFile({ url, ...state, limits: world.limits, now: world.now() });
  if (answer.kind === 'same') {
    const asked = state.etag !== undefined || state.lastModified !== undefined;
    return asked ? answer : failed('unreachable', `${new URL(url).host} gives no file (304).`);
  }
  if (answer.kind === 'failed') {
    const { text, notBefore } = answer;
    return { ...failed('unreachable', text), ...(notBefore !== undefined && { notBefore }) };
  }
  const { bytes, kind: _, ...named } = answer;
  try {
    const { language, pause } = world;
    // Rarely needed, and so much that the background would start later if it were made ready each time.
    const { readPublished } = await import('../../../glossary/subscriptions/published.ts');
    const published = await readPublished({ url, bytes, language, pause });
    const content = await digest(JSON.stringify(published.glossary));
    return { kind: 'got', ...published, ...named, content, size: bytes.length };
  } catch (error) {
    return failed('unusable', error instanceof Error ? error.message : String(error));
  }
}

export function failed(reason: Failure['reason'], text: string) {
  return { kind: 'failed', failure: { reason, text } } as const;
}

function isLoopback(url: string): boolean {
  return new URL(url).protocol === 'http:';
}
