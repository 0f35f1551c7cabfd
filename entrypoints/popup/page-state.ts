import type { EntryRef } from '../../glossary/entry.ts';
import { canonical } from '../../glossary/site-pattern.ts';
import { decidingRule, hostPattern, isOn, managedRule, pagePattern } from '../../glossary/sites.ts';
import type { Remark } from '../platform/messages.ts';
import type { PageView } from './source.ts';

/** Why the popup has no terms to list, or that it has. */
export type PageState =
  | 'loading'
  | 'terms'
  | 'no-terms'
  | 'site-off'
  | 'everywhere-off'
  /** The reader wanted it so, for this once. */
  | 'paused'
  /** One types secrets there. */
  | 'quiet'
  /** Browsers let no extension into their own pages and shops. */
  | 'closed'
  | 'pdf'
  /** The reader's own files, which Chromium opens to extensions only when told to. */
  | 'files-closed'
  /** Opened before the extension came, or its author asks to be left alone. */
  | 'not-started';

/** Shops of extensions: web pages that are closed to all of them. */
const SHOPS =
  /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)(\/|$)/;

/** What the popup says about a page. */
export function pageState(view: PageView): PageState {
  const { url, script, loading } = view;
  if (script === 'asking' && url === undefined) return 'loading';
  if (url === undefined || !isPlace(url) || SHOPS.test(url)) return 'closed';
  if (!view.everywhere) return 'everywhere-off';
  if (!isOn(url, view.sites)) return 'site-off';
  if (script === 'absent') return loading ? 'loading' : absence(url);
  const resting = view.frames.find(({ frameId }) => frameId === 0)?.resting;
  if (resting === 'paused') return 'paused';
  if (view.frames.some(({ terms }) => terms.length > 0)) return 'terms';
  if (resting === 'secrets' || resting === 'hushed') return 'quiet';
  return script === 'asking' || loading ? 'loading' : 'no-terms';
}

function absence(url: string): PageState {
  if (/\.pdf$/i.test(URL.parse(url)?.pathname ?? '')) return 'pdf';
  return url.startsWith('file:') ? 'files-closed' : 'not-started';
}

function isPlace(url: string): boolean {
  return /^(https?|file):/.test(url);
}

/** What the switch “On this site” stands for. */
export interface SiteFacts {
  /** Whether it can be thrown here at all. */
  readonly possible: boolean;
  readonly on: boolean;
  /** The host that the switch can cover, `file:` for the reader's own files. */
  readonly host: string | undefined;
  /** The page that it can cover instead; `undefined` where host and page are one pattern. */
  readonly page: string | undefined;
  /** Whether a rule about this very page decides. */
  readonly byPage: boolean;
  /** A rule about something other than host and page that decides here. */
  readonly rule: string | undefined;
  /** An organisation decides here. */
  readonly managed: boolean;
}

/** What the switch “On this site” shows for a page. */
export function siteFacts(view: PageView): SiteFacts {
  const { url, sites } = view;
  const host = url === undefined ? undefined : hostPattern(url);
  if (url === undefined || host === undefined || SHOPS.test(url)) {
    return {
      possible: false,
      on: false,
      host: undefined,
      page: undefined,
      byPage: false,
      rule: undefined,
      managed: false,
    };
  }
  const page = pagePattern(url);
  const deciding = decidingRule(url, sites)?.pattern;
  const rule = deciding === undefined ? undefined : canonical(deciding);
  const byPage = rule !== undefined && rule === page;
  return {
    possible: true,
    on: isOn(url, sites),
    host,
    page,
    byPage,
    rule: rule === host || byPage ? undefined : rule,
    managed: managedRule(url, sites) !== undefined,
  };
}

/** A term as the popup lists it: counted over all frames. */
export interface ListedTerm {
  readonly ref: EntryRef;
  readonly term: string;
  readonly count: number;
}

export interface TermGroup {
  readonly glossary: string;
  readonly terms: readonly ListedTerm[];
}

/** The terms of all frames by glossary, both in the order of their first mention. */
export function termGroups({ frames, hidden }: PageView): TermGroup[] {
  const groups = new Map<string, Map<EntryRef, ListedTerm>>();
  for (const { ref, term, glossary, count } of frames.flatMap(({ terms }) => terms)) {
    if (hidden.includes(ref)) continue;
    const group = groups.get(glossary) ?? new Map<EntryRef, ListedTerm>();
    groups.set(glossary, group.set(ref, { ref, term, count: count + (group.get(ref)?.count ?? 0) }));
  }
  return [...groups].map(([glossary, terms]) => ({ glossary, terms: [...terms.values()] }));
}

/** What the frames have to say, each once. */
export function remarksOf({ frames }: PageView): Remark[] {
  return [...new Set(frames.flatMap(({ remarks }) => remarks))];
}
