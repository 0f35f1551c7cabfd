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
}

export const EVERY_SITE: SiteRules = { mode: 'except', rules: [] };

/** A pattern taken apart. `path` is undefined for a rule about a whole host. */
export interface SitePattern {
  /** Host labels from the right: `['com', 'example']`. */
  readonly labels: readonly string[];
  readonly subdomainsOnly: boolean;
  readonly port: string;
  readonly path: string | undefined;
}

/** What `parsePattern` says of a pattern: its parts, or a sentence on what is wrong with it. */
export type ParsedPattern = { readonly pattern: SitePattern } | { readonly problem: string };

const MOST_CHARACTERS = 2_000;

/**
 * Takes a pattern apart, or says why it cannot be one.
 *
 * @example parsePattern('example.com/news/*') // { pattern: { labels: ['com', 'example'], path: '/news/*', … } }
 */
export function parsePattern(text: string): ParsedPattern {
  if (/^file:/i.test(text.trim())) return { pattern: filePattern(text.trim()) };
  const bare = text.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  if (bare === '') return { problem: 'The rule is empty; write a site such as example.com.' };
  if (bare.length > MOST_CHARACTERS)
    return { problem: `The rule is longer than ${MOST_CHARACTERS} characters.` };
  if (/\s/.test(bare)) return { problem: `“${text}” has a space in it; write one site a line.` };
  const slash = bare.search(/[/?#]/);
  const authority = slash < 0 ? bare : bare.slice(0, slash);
  const path = slash < 0 ? undefined : normalPath(bare.slice(slash));
  return parseHost(authority, path === '/' ? undefined : path, text);
}

/** What stands for the host of the reader's own files. */
const FILES = 'file:';

function filePattern(text: string): SitePattern {
  const path = text.slice(FILES.length).replace(/^\/+/, '/');
  return {
    labels: [FILES],
    subdomainsOnly: false,
    port: '',
    path: path.length > 1 ? normalPath(path) : undefined,
  };
}

function parseHost(authority: string, path: string | undefined, text: string): ParsedPattern {
  const subdomainsOnly = authority.startsWith('*.');
  const host = subdomainsOnly ? authority.slice(2) : authority;
  if (host.includes('*'))
    return { problem: `“${text}”: in a host, * can only stand first, as in *.example.com.` };
  if (host.includes('@')) return { problem: `“${text}” has a user name in it; write the site alone.` };
  const url = URL.parse(`http://${host}/`);
  if (url === null || url.hostname === '') return { problem: `“${text}” is not the name of a site.` };
  if (url.hostname.split('.').some((label, at, all) => label === '' && at < all.length - 1)) {
    return { problem: `“${text}” has two dots in a row.` };
  }
  return { pattern: { labels: labelsOf(url.hostname), subdomainsOnly, port: url.port, path } };
}

/** A path as a browser would write it, so that `/한국` and its percent form are the same rule. */
function normalPath(path: string): string {
  const url = URL.parse(path.startsWith('/') ? path : `/${path}`, 'http://host');
  return url === null ? path : url.pathname + url.search;
}

function labelsOf(hostname: string): string[] {
  const isAddress = /^\[|^\d+(\.\d+){3}$/.test(hostname);
  return isAddress ? [hostname] : hostname.toLowerCase().replace(/\.$/, '').split('.').reverse();
}

/** Whether a pattern covers an address. */
export function covers(pattern: SitePattern, url: URL): boolean {
  const labels = url.protocol === FILES ? [FILES] : labelsOf(url.hostname);
  const extra = labels.length - pattern.labels.length;
  if (extra < (pattern.subdomainsOnly ? 1 : 0)) return false;
  if (pattern.labels.some((label, at) => labels[at] !== label)) return false;
  if (pattern.port !== '' && pattern.port !== url.port) return false;
  return pattern.path === undefined || matchesPath(pattern.path, url);
}

function matchesPath(path: string, url: URL): boolean {
  const own = path.includes('?') ? url.pathname + url.search : url.pathname;
  return matchesWildcards(path, own);
}

/** `*` stands for any characters. Two pointers instead of a regular expression: linear, whatever the rule. */
function matchesWildcards(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (pattern[p] === text[t]) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** More host labels first, then a page over a host, then the longer path. */
function specificity({ labels, path, port, subdomainsOnly }: SitePattern): number {
  return labels.length * 10_000 + (port ? 5_000 : 0) + (path?.length ?? 0) + (subdomainsOnly ? 1 : 0);
}

/** The rule that decides for an address, if any. Broken patterns are passed over. */
export function decidingRule(url: string, sites: SiteRules): SiteRule | undefined {
  const address = URL.parse(url);
  if (address === null) return undefined;
  let best: SiteRule | undefined;
  let bestRank = -1;
  for (const rule of sites.rules) {
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
  return decidingRule(url, sites)?.on ?? sites.mode === 'except';
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
  if (pattern === undefined) return sites;
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

/** One way of writing each pattern: no scheme, host in lower case and punycode. */
export function canonical(pattern: string): string {
  const parsed = parsePattern(pattern);
  if (!('pattern' in parsed)) return pattern.trim();
  const { labels, subdomainsOnly, port, path } = parsed.pattern;
  return `${subdomainsOnly ? '*.' : ''}${[...labels].reverse().join('.')}${port ? `:${port}` : ''}${path ?? ''}`;
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
