import type { Source } from '../../glossary/entry.ts';
import { make } from './make.ts';
import { words } from './words.ts';

/** The sources of a card as links that take nothing of the page along; `undefined` without any. */
export function cardSources(sources: readonly Source[]): HTMLElement | undefined {
  const links = sources.map(link).filter((item) => item !== undefined);
  if (links.length === 0) return undefined;
  return make('section', { class: 'sources', 'aria-label': words.sources }, make('ul', {}, ...links));
}

function link({ title, url }: Source): HTMLElement | undefined {
  const site = siteOf(url);
  if (site === undefined) return undefined;
  const anchor = make(
    'a',
    { href: url, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' },
    make('bdi', {}, title),
    make('span', { class: 'unseen' }, ` ${words.newTab}`),
  );
  return make('li', {}, anchor, ' ', make('span', { class: 'site', dir: 'ltr' }, site));
}

/** The host of a web address; `undefined` for any other kind of address. */
function siteOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^www\./, '') : undefined;
}
