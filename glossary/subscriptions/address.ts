/** The scheme of links that offer a glossary: `web+glossator:https://example.org/words.glossary.json`. */
export const LINK_SCHEME = 'web+glossator';

/** What an address is good for: the address as it is kept, or a sentence on what is wrong with it. */
export type ParsedAddress = { readonly url: string } | { readonly problem: string };

const MOST_CHARACTERS = 2_000;
/** This machine itself. Authors try their files there, and nobody can listen on the way. */
const LOOPBACK = /^(localhost|127\.0\.0\.1)$/;

/**
 * Reads the address of a shared glossary, as typed or as a link gives it.
 *
 * @example subscriptionAddress('example.org/words.json') // { url: 'https://example.org/words.json' }
 */
export function subscriptionAddress(text: string): ParsedAddress {
  const bare = withoutLinkScheme(text.trim());
  if (bare === '') return { problem: 'The address is empty; it should begin with https://' };
  if (bare.length > MOST_CHARACTERS)
    return { problem: `The address is longer than ${MOST_CHARACTERS} characters.` };
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(bare) ? bare : `https://${bare}`);
  if (url === null || url.hostname === '') return { problem: `“${bare}” is no address.` };
  if (!isSafe(url))
    return { problem: `“${bare}” is not read: the address of a glossary begins with https://` };
  if (url.username !== '' || url.password !== '')
    return { problem: 'The address has a user name or password in it; those are never sent.' };
  url.hash = '';
  return { url: url.href };
}

/** Whether a file may come from there: HTTPS, or this machine itself. */
export function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

/** `web+glossator://example.org/a` is taken as HTTPS, for that is how some write links. */
function withoutLinkScheme(text: string): string {
  const prefix = `${LINK_SCHEME}:`;
  if (!text.toLowerCase().startsWith(prefix)) return text;
  const rest = text.slice(prefix.length);
  return rest.startsWith('//') ? `https:${rest}` : rest;
}

/** The host permission that reading an address takes, as the browsers write it. They know no ports. */
export function hostPermission(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** Whether a page of the web is by its name a glossary that one can subscribe to. */
export function isGlossaryPage(url: string): boolean {
  const address = URL.parse(url);
  return address !== null && isSafe(address) && /\.glossary\.json$/i.test(address.pathname);
}
