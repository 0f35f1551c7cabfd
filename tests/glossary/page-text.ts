/** What a reader sees of an HTML page, as the glossary is asked about it. */
export interface PageText {
  readonly title: string;
  readonly lang: string | undefined;
  readonly passages: readonly string[];
  /** The language in force at each passage; parallel to `passages`. */
  readonly langs: readonly (string | undefined)[];
}

const words = (list: string) => new Set(list.split(' '));
const VOID = words('area base br col embed hr img input link meta source track wbr');
const UNREAD = words('script style template noscript code pre kbd samp textarea select svg math title');
const INLINE = words('a abbr b bdi bdo cite data dfn em i mark q s small span strong sub sup time u wbr');
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  shy: '\u00ad',
};
const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/gi;

interface Open {
  readonly tag: string;
  readonly lang: string | undefined;
  readonly read: boolean;
}

/**
 * Reads the sample pages: well-formed HTML in which every element that needs an end tag has one. Stands in for
 * the reader of the content script, which wants a DOM.
 *
 * @example readPage('<html lang="en"><title>A</title><p>B <b>C</b></p></html>').passages // ['B C']
 */
export function readPage(html: string): PageText {
  const passages: string[] = [];
  const langs: (string | undefined)[] = [];
  const open: Open[] = [];
  let text = '';
  let lang: string | undefined;
  const close = () => {
    const passage = text.replace(/\s+/g, ' ').trim();
    if (passage !== '') {
      passages.push(passage);
      langs.push(lang);
    }
    text = '';
  };
  for (const [token, slash, name, attributes = ''] of html.matchAll(TOKEN)) {
    if (name === undefined) {
      if (token.startsWith('<') || open.at(-1)?.read === false) continue;
      if (text.trim() === '') lang = open.at(-1)?.lang;
      text += decoded(token);
      continue;
    }
    const tag = name.toLowerCase();
    if (!INLINE.has(tag)) close();
    if (VOID.has(tag)) continue;
    if (slash === '/') leave(open, tag);
    else open.push(entered(open.at(-1), tag, attributes));
  }
  close();
  return {
    title: titleOf(html),
    lang: attribute(/<html\b([^>]*)>/i.exec(html)?.[1], 'lang'),
    passages,
    langs,
  };
}

function entered(parent: Open | undefined, tag: string, attributes: string): Open {
  return {
    tag,
    lang: attribute(attributes, 'lang') ?? parent?.lang,
    read: parent?.read !== false && !UNREAD.has(tag),
  };
}

function leave(open: Open[], tag: string): void {
  const last = open.pop();
  if (last?.tag !== tag) throw new Error(`</${tag}> closes <${last?.tag ?? ''}>`);
}

function attribute(attributes: string | undefined, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(attributes ?? '')?.[1];
}

function titleOf(html: string): string {
  const title = /<title>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? '';
  return decoded(title).replace(/\s+/g, ' ').trim();
}

function decoded(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}
