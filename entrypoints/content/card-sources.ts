import type { Source } from '../../glossary/entry.ts';
import { sourceSite } from '../../glossary/source-site.ts';
import { make } from './make.ts';
import { words } from './words.ts';

/** The sources of a card as links that take nothing of the page along; `undefined` without any. */
export function cardSources(sources: readonly Source[]): HTMLElement | undefined {
  const links = sources.map(link).filter((item) => item !== undefined);
  if (links.length === 0) return undefined;
  return make(
    'div',
    { class: 'sources', role: 'group', 'aria-label': words.sources },
    make('ul', {}, ...links),
  );
}

function link({ title, url }: Source): HTMLElement | undefined {
  const site = sourceSite(url);
  if (site === undefined) return undefined;
  const anchor = make(
    'a',
    { href: url, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' },
    make('bdi', {}, title),
    make('span', { class: 'unseen' }, ` ${words.newTab}`),
  );
  return make('li', {}, anchor, ' ', make('span', { class: 'site', dir: 'ltr' }, site));
}
