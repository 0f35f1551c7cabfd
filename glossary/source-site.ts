/**
 * The host to show beside a source, without `www.`; `undefined` for what is no web address and must not
 * become a link.
 *
 * @example
 * sourceSite('https://www.example.com/a') // 'example.com'
 */
export function sourceSite(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^www\./, '') : undefined;
}
