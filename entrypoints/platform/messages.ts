import type { Card, CardHead, EntryRef, Glossary } from '../../glossary/entry.ts';
import type { Evidence } from '../../glossary/evidence.ts';
import type { FileFormat } from '../../glossary/files/reading.ts';
import type { SiteMode } from '../../glossary/sites.ts';
import type { CardWords } from './card-words.ts';
import type { FrameworkSigns } from './framework-signs.ts';
import type { Dress } from './look-sheet.ts';
import type { PageSettings } from './page-settings.ts';
import type { Subscription } from './subscription.ts';

/**
 * Every call that crosses processes, in one place. Arguments and replies are JSON: that is all that
 * Chromium's extension messages carry.
 */

/** Answered by the background. */
export interface BackgroundCalls {
  /** What a document that has just started must know: whether it is read at all, and how terms look. */
  visit(): Visit;
  /** Finds the terms in a batch of passages. The background remembers nothing between two calls. */
  annotate(batch: Batch): Notes;
  /** What a frame shows now; feeds the badge and the popup. Replaces what the frame said before. */
  shown(tally: Tally): void;
  /** The card of one entry, for a related term or a search result; `undefined` if it is gone. */
  card(ref: EntryRef): Card | undefined;
  /** Ranked entries for a query: in the popup, and for a selection on a page. At most `limit` hits. */
  search(question: { query: string; limit: number }): SearchHit[];
  /** An act on the card or in the popup. The reader's word is stored and every open page follows. */
  act(act: Act): void;
  /** What the glossaries and the store have to complain about; empty when all is well. */
  complaints(): Complaint[];
  /** Fetches the glossary at an address and keeps it until the reader has said yes or no. */
  look(url: string): Offer;
  /** Looks at a subscription now; `undefined` if it is gone or was changed meanwhile. */
  check(url: string): Subscription | undefined;
  /** Subscriptions came or went: the next check is set anew. */
  arm(): void;
}

/** Answered by the content script of one frame. Sent by popup and background only. */
export interface PageCalls {
  /** Scrolls to the next mention of an entry after the last one jumped to, and shows where it is. */
  jump(ref: EntryRef): { found: boolean };
  /**
   * Goes to the next or previous term, opens its card and moves the focus there. Nothing where the focus is in
   * another frame.
   */
  step(direction: 'next' | 'previous'): { found: boolean };
  /** Opens a card about `text`; without it, about the selection, if the focus is in this frame. */
  lookUp(text: string | undefined): void;
  /** The sentence that the selection stands in; `undefined` where there is none. */
  sentence(): string | undefined;
  /** Quiet until the page is left or the call is made again. */
  pause(paused: boolean): void;
  /** Terms on in a page that is quiet by itself (passwords, card numbers), for this visit. */
  wake(): void;
  /** Asks anew whether this frame is read: another one in its tab has changed. */
  ask(): void;
  /** What the reader said of the page for this once, which frames ask of the page they are in. */
  rest(): Resting;
}

/** What keeps a frame from being read, or has it read all the same, for this once. */
export interface Resting {
  readonly paused: boolean;
  readonly awake: boolean;
  /** One types secrets in this very frame. */
  readonly secrets: boolean;
}

export interface Visit {
  readonly state: PageState;
  /** What other frames of the tab say. */
  readonly rest?: Partial<Omit<Resting, 'secrets'>> & {
    /** One types secrets in one of them. */
    readonly hushed: boolean;
  };
  readonly settings: PageSettings;
  readonly dress: Dress;
  readonly signs: FrameworkSigns;
  /** What cards look like and say. */
  readonly cards: { readonly style: string; readonly words: CardWords };
  /** To be quiet while one types secrets on the page; not where the reader has said that the site is on. */
  readonly wary: boolean;
}

/** Why a page is read or not. */
export type PageState = 'on' | 'site-off' | 'everywhere-off' | 'quiet';

export interface Batch {
  readonly title: string;
  /** `lang` of the document. */
  readonly lang?: string;
  readonly passages: readonly string[];
  /** `lang` attribute in force at each passage, where one is set; parallel to `passages`. */
  readonly langs?: readonly (string | null)[];
  /** What earlier replies have shown about this page. */
  readonly evidence?: Evidence;
}

export interface Notes {
  /**
   * Five numbers a span: passage, start, end, index into `meanings`, index into `words`; those of one passage together,
   * passages in their order. Flat, because objects are slow to send.
   */
  readonly spans: readonly number[];
  readonly meanings: readonly Meaning[];
  /** How the terms are written on the page, each once. */
  readonly words: readonly string[];
  /** Cards of every entry in `meanings` (also of `others`), so that a popover asks nothing more. */
  readonly cards: Readonly<Record<EntryRef, Card>>;
  readonly evidence: Evidence;
  /** Passages with ambiguous forms: to be sent again once the evidence of the page has grown. */
  readonly unsettled: readonly number[];
  /** Changes whenever the evidence can change a decision about ambiguous forms. */
  readonly verdict: string;
}

/** What a form means where it stands. */
export interface Meaning {
  readonly entry: EntryRef;
  readonly others: readonly EntryRef[];
  /** One line on why an ambiguous form has this meaning here. */
  readonly why?: string;
}

export interface Tally {
  readonly terms: readonly {
    readonly ref: EntryRef;
    readonly term: string;
    readonly glossary: string;
    readonly count: number;
  }[];
  readonly remarks: readonly Remark[];
  /** Why the frame is not read: the reader paused it, one types secrets there or in another frame, or it is off. */
  readonly resting?: 'paused' | 'secrets' | 'hushed' | 'off';
}

/**
 * What the reader should know about a frame, in the words of the popup: a text too long or a page too deep to be read
 * whole, a form that hides what it is, a page that keeps removing our underlines, or one that keeps us from reading it.
 */
export type Remark = 'long' | 'deep' | 'masked' | 'undrawn' | 'unread';

export interface SearchHit {
  readonly card: CardHead;
  /** The form that matched, where it is not the term. */
  readonly form?: string;
  /** A name of the entry is what was asked for. */
  readonly exact?: true;
  /** Not what was asked for, but close to it. */
  readonly near?: true;
}

export type Act =
  | {
      readonly act: 'site';
      readonly url?: string;
      readonly on: boolean;
      /** This page alone, and not its host. */
      readonly pageOnly?: boolean;
    }
  /** On at the site although one types secrets there. */
  | { readonly act: 'trust'; readonly url: string }
  | { readonly act: 'everywhere'; readonly on: boolean }
  | { readonly act: 'mode'; readonly mode: SiteMode }
  | { readonly act: 'hide'; readonly ref: EntryRef; readonly hidden: boolean }
  | { readonly act: 'known'; readonly ref: EntryRef; readonly known: boolean }
  /** `never`: not this meaning here. `always`: this meaning here. `ask`: forget what was said. */
  | {
      readonly act: 'sense';
      readonly ref: EntryRef;
      readonly choice: 'never' | 'always' | 'ask';
      readonly where: 'site' | 'everywhere';
      readonly url?: string;
    }
  /** Opens an own term for editing. Stores nothing. */
  | { readonly act: 'edit'; readonly ref: EntryRef }
  /** Opens the form for a new own term, filled in as far as known. Stores nothing. */
  | { readonly act: 'add'; readonly term: string; readonly context?: string };

/** A published glossary, as far as the reader must know it to decide. */
export interface Offer {
  readonly head: Pick<Glossary, 'title' | 'version' | 'language' | 'license' | 'homepage'>;
  /** How many. */
  readonly entries: number;
  /** Terms of the first of them. */
  readonly first: readonly string[];
  /** Bytes. */
  readonly size: number;
  readonly format: FileFormat;
  /** Entries that cannot be read. */
  readonly skipped: number;
  /** What is to be said about the file, a line each. */
  readonly remarks: readonly string[];
  /** The reader has it already. */
  readonly subscribed: boolean;
}

/** Something that went wrong and that the reader should know, with what to do about it. */
export interface Complaint {
  readonly where: string;
  readonly what: string;
}
