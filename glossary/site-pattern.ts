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
export const FILES = 'file:';

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
export function specificity({ labels, path, port, subdomainsOnly }: SitePattern): number {
  return labels.length * 10_000 + (port ? 5_000 : 0) + (path?.length ?? 0) + (subdomainsOnly ? 1 : 0);
}

/** One way of writing each pattern: no scheme, host in lower case and punycode. */
export function canonical(pattern: string): string {
  const parsed = parsePattern(pattern);
  if (!('pattern' in parsed)) return pattern.trim();
  const { labels, subdomainsOnly, port, path } = parsed.pattern;
  return `${subdomainsOnly ? '*.' : ''}${[...labels].reverse().join('.')}${port ? `:${port}` : ''}${path ?? ''}`;
}
