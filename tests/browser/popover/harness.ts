import style from '../../../assets/card.css?inline';
import { type Cards, type CardsOptions, startCards } from '../../../entrypoints/content/cards.ts';
import type { Found, TermsOnPage } from '../../../entrypoints/content/found.ts';
import { cardWords } from '../../../entrypoints/platform/card-words.ts';
import type { Act, SearchHit } from '../../../entrypoints/platform/messages.ts';
import { USUAL_PAGE_SETTINGS } from '../../../entrypoints/platform/page-settings.ts';
import { CARDS, FAR } from './cards-fixture.ts';

/**
 * A content script that takes the spans of a test page for terms, and answers calls itself. The page
 * orders with `harness` events and hears of calls in `harness-call` events; both carry JSON.
 */

const founds = new Map<Element, Found>();
let ended = new AbortController();
let fails: string | undefined;
const changed = new Set<() => void>();

function found(span: HTMLElement): Found {
  const known = founds.get(span);
  if (known !== undefined) return known;
  const { term = '', others, why } = span.dataset;
  const made: Found = {
    meaning: { entry: term, others: others?.split(' ') ?? [], ...(why !== undefined && { why }) },
    text: span.textContent,
    rects: () => [...span.getClientRects()],
    host: () => span,
    passage: () => ({ text: span.parentElement?.textContent ?? '', start: spans().indexOf(span), end: 0 }),
    scrollIntoView: () => span.scrollIntoView({ block: 'center' }),
    alive: () => span.isConnected && span.dataset.term === term,
  };
  founds.set(span, made);
  return made;
}

function spans(root: Document | ShadowRoot = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-term]')];
}

function holds(span: HTMLElement, x: number, y: number): boolean {
  return [...span.getClientRects()].some((r) => x >= r.left && x < r.right && y >= r.top && y < r.bottom);
}

const terms: TermsOnPage = {
  at(x, y) {
    const span = spans().find((candidate) => holds(candidate, x, y));
    return span && found(span);
  },
  all: () => spans().map(found),
  card: (ref) => CARDS.find((card) => card.ref === ref),
  emphasize: (term) => tell('emphasize', term?.meaning.entry ?? null),
  onChange: (callback, signal) => {
    changed.add(callback);
    signal.addEventListener('abort', () => changed.delete(callback));
  },
};

function tell(name: string, argument: unknown): void {
  window.dispatchEvent(new CustomEvent('harness-call', { detail: JSON.stringify({ name, argument }) }));
}

class Gone extends Error {
  readonly gone = true;
}

async function call(name: string, argument?: unknown): Promise<unknown> {
  tell(name, argument);
  if (fails === 'gone') throw new Gone('Nobody is there.');
  if (fails !== undefined) throw new Error(fails);
  if (name === 'card') return [FAR, ...CARDS].find(({ ref }) => ref === argument) ?? null;
  return name === 'search' ? hits(argument as { query: string }) : applied(argument as Act);
}

function hits({ query }: { query: string }): SearchHit[] {
  const wanted = query.toLowerCase().slice(0, 3);
  const found = CARDS.filter(({ term }) => term.toLowerCase().startsWith(wanted));
  return found.map((card) => (card.term === query ? { card, exact: true } : { card }));
}

/** Hidden terms go at once, as on a real page. */
function applied(act: Act): null {
  if (act.act === 'hide') {
    for (const span of document.querySelectorAll<HTMLElement>('[data-term],[data-hidden]')) {
      if (act.hidden && span.dataset.term === act.ref)
        [span.dataset.hidden, span.dataset.term] = [act.ref, ''];
      else if (!act.hidden && span.dataset.hidden === act.ref) span.dataset.term = act.ref;
    }
    for (const callback of changed) callback();
  }
  return null;
}

function start(): Cards {
  return startCards({
    terms,
    settings: USUAL_PAGE_SETTINGS,
    manner: { style, words: cardWords(location.href) },
    call: call as CardsOptions['call'],
    showDefinition: (ref) => tell('showDefinition', ref),
    mode: document.documentElement.dataset.mode === 'closed' ? 'closed' : 'open',
    signal: ended.signal,
  });
}

let cards = start();

/** What a test page can order. */
const orders: Record<string, (argument: string) => unknown> = {
  step: (direction) => tell('stepped', cards.step(direction === 'previous' ? 'previous' : 'next')),
  lookUp: (text) => cards.lookUp(text === '' ? undefined : text),
  delay: (delay) => cards.update({ ...USUAL_PAGE_SETTINGS, delay: Number(delay) }),
  know: (ref) => cards.update({ ...USUAL_PAGE_SETTINGS, known: [ref] }),
  fail: (how) => {
    fails = how === '' ? undefined : how;
  },
  changed: () => {
    for (const callback of changed) callback();
  },
  end: () => ended.abort(),
  start: () => {
    ended = new AbortController();
    cards = start();
  },
};
window.addEventListener('harness', (event) => {
  const { order, argument } = JSON.parse((event as CustomEvent<string>).detail);
  orders[order]?.(argument ?? '');
});
document.documentElement.setAttribute('data-harness', 'ready');
