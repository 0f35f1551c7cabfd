import type { Card, EntryRef } from '../../glossary/entry.ts';
import { EVERY_SITE, type SiteRules } from '../../glossary/sites.ts';
import type { Act, Complaint, SearchHit } from '../platform/messages.ts';
import type { FrameTally } from '../platform/shown.ts';

/** Everything that the popup needs of the world, and no more. */
export interface PopupSource {
  /** Calls back with what is known of the page now and after each change, the first time without asking anyone. */
  watchPage(callback: (view: PageView) => void, signal: AbortSignal): void;
  search(query: string, limit: number): Promise<readonly SearchHit[]>;
  card(ref: EntryRef): Promise<Card | undefined>;
  /** Scrolls the page to the next mention; false when none is left. */
  jump(ref: EntryRef): Promise<boolean>;
  act(act: Act): Promise<void>;
  /** Shows terms on a page that is quiet by itself. */
  wake(): Promise<void>;
  /** Takes the terms off the page until it is left, or shows them again. */
  pause(paused: boolean): Promise<void>;
  /** Loads the page anew. */
  reload(): Promise<void>;
  complaints(): Promise<readonly Complaint[]>;
}

/** What is known of the page that the popup is about. */
export interface PageView {
  /** `undefined` where the browser does not tell. */
  readonly url: string | undefined;
  readonly loading: boolean;
  /** Whether our script runs in the page; `asking` until it has answered. */
  readonly script: 'asking' | 'answers' | 'absent';
  readonly frames: readonly FrameTally[];
  readonly everywhere: boolean;
  readonly sites: SiteRules;
  readonly hidden: readonly EntryRef[];
}

/** Before anything is known. */
export const UNKNOWN_PAGE: PageView = {
  url: undefined,
  loading: false,
  script: 'asking',
  frames: [],
  everywhere: true,
  sites: EVERY_SITE,
  hidden: [],
};
