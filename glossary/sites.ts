import { canonical, covers, FILES, parsePattern, specificity } from './site-pattern.ts';

/**
 * Where Glossator is on or off: a mode and a list of rules, the most specific rule wins.
 *
 * A pattern is a host (`example.com`, covers its subdomains), a page (`example.com/a/b`, that path only)
 * or has wildcards in its path (`example.com/news/*`). `*` alone in front of a host (`*.example.com`)
 * means its subdomains without the host itself. A scheme is allowed and ignored; ports are compared.
 * `file:` covers the reader's own files, `file:/path` and `file:/path/*` some of them.
 */
export interface SiteRule {
  readonly pattern: string;
  readonly on: boolean;
}

/** `except`: on everywhere except where a rule says off. `only`: off except where a rule says on. */
export type SiteMode = 'except' | 'only';

export interface SiteRules {
  readonly mode: SiteMode;
  readonly rules: readonly SiteRule[];
  /** What an organisation has laid down: its rules decide before the reader's, its mode where no rule does. */
  readonly managed?: { readonly mode?: SiteMode; readonly rules: readonly SiteRule[] };
}

export const EVERY_SITE: SiteRules = { mode: 'except', rules: [] };

/** The rule that decides for an address, if any. Broken patterns are passed over. */
export function decidingRule(url: string, sites: SiteRules): SiteRule | undefined {
  return managedRule(url, sites) ?? mostSpecific(url, sites.rules);
}

/** The rule of an organisation that decides for an address, if any. */
export function managedRule(url: string, { managed }: SiteRules): SiteRule | undefined {
  return managed && mostSpecific(url, managed.rules);
}

function mostSpecific(url: string, rules: readonly SiteRule[]): SiteRule | undefined {
  const address = URL.parse(url);
  if (address === null) return undefined;
  let best: SiteRule | undefined;
  let bestRank = -1;
  for (const rule of rules) {
    const parsed = parsePattern(rule.pattern);
    if (!('pattern' in parsed) || !covers(parsed.pattern, address)) continue;
    const rank = specificity(parsed.pattern);
    if (rank >= bestRank) {
      best = rule;
      bestRank = rank;
    }
  }
  return best;
}

/**
 * Whether Glossator is on at an address.
 *
 * @example isOn('https://news.example.com/a', { mode: 'except', rules: [{ pattern: 'example.com', on: false }] }) // false
 */
export function isOn(url: string, sites: SiteRules): boolean {
  return decidingRule(url, sites)?.on ?? modeOf(sites) === 'except';
}

/** What holds where no rule decides. */
export function modeOf({ mode, managed }: SiteRules): SiteMode {
  return managed?.mode ?? mode;
}

/**
 * The rules after the reader turned a pattern on or off. A rule for the very pattern is replaced; none is
 * left behind where the other rules or the mode already say the same.
 */
export function withRule(sites: SiteRules, pattern: string, on: boolean): SiteRules {
  const key = canonical(pattern);
  const rules = sites.rules.filter((rule) => canonical(rule.pattern) !== key);
  const without = { ...sites, rules };
  const example = key.startsWith(FILES) ? key : `http://${key}`;
  const needed = key.includes('*') || isOn(example, without) !== on;
  return needed ? { ...sites, rules: [...rules, { pattern: key, on }] } : without;
}

/**
 * The rules after the switch “on this site” was thrown at an address: one rule for its host, and no more
 * specific rule left that says otherwise there.
 */
export function withSite(sites: SiteRules, url: string, on: boolean): SiteRules {
  return turned(sites, { url, pattern: hostPattern(url), on });
}

/** The same for one page: its path on its host, whatever the query. */
export function withPage(sites: SiteRules, url: string, on: boolean): SiteRules {
  return turned(sites, { url, pattern: pagePattern(url), on });
}

/** The rules with one that says on at the host of an address, also where that goes without saying. */
export function withTrust(sites: SiteRules, url: string): SiteRules {
  const pattern = hostPattern(url);
  const next = withSite(sites, url, true);
  if (pattern === undefined || decidingRule(url, next)?.on === true) return next;
  return { ...next, rules: [...next.rules, { pattern, on: true }] };
}

interface Turn {
  readonly url: string;
  readonly pattern: string | undefined;
  readonly on: boolean;
}

function turned(sites: SiteRules, { url, pattern, on }: Turn): SiteRules {
  // What an organisation has laid down, the reader cannot turn.
  if (pattern === undefined || managedRule(url, sites) !== undefined) return sites;
  let next = withRule(sites, pattern, on);
  for (
    let rule = decidingRule(url, next);
    rule !== undefined && rule.on !== on;
    rule = decidingRule(url, next)
  ) {
    const wrong = rule;
    next = { ...next, rules: next.rules.filter((one) => one !== wrong) };
  }
  return isOn(url, next) === on ? next : { ...next, rules: [...next.rules, { pattern, on }] };
}

/** The host pattern that covers an address, as the popup's switch writes it; `undefined` where there is no host. */
export function hostPattern(url: string): string | undefined {
  const address = URL.parse(url);
  if (address?.protocol === FILES) return FILES;
  if (address === null || !/^https?:$/.test(address.protocol)) return undefined;
  const host = address.hostname.replace(/^www\./, '');
  return address.port ? `${host}:${address.port}` : host;
}

/**
 * The pattern of one page, as the popup writes it; `undefined` where there is no host, and for a front page,
 * whose pattern would be that of its host.
 */
export function pagePattern(url: string): string | undefined {
  const address = URL.parse(url);
  if (address === null || address.pathname === '/' || hostPattern(url) === undefined) return undefined;
  return canonical(address.protocol === FILES ? FILES + address.pathname : address.host + address.pathname);
}
