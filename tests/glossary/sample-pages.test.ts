import { describe, expect, test } from 'vitest';
import {
  builtIn,
  markedOn,
  pagesIn,
  placesOf,
  readTable,
  reasonsOn,
  samplePage,
  touches,
} from './sample-pages.ts';

type Term = readonly [text: string, entry: string];

/** An ambiguous form, with a page on which it means the entry and one on which it does not. */
interface Pair {
  readonly form: string;
  readonly entry: string;
  /** How the other page writes it, where that differs. */
  readonly other?: string;
  /** Entries of the North Korea glossary that the other page rightly mentions. */
  readonly besides?: readonly string[];
}

const index = builtIn();
const ofNorthKorea = ({ entry }: { entry: string }) => entry.startsWith('north-korea/');
const spelled = ({ text, entry }: { text: string; entry: string }) => `${text} → ${entry}`;
const each = (terms: readonly string[]) => [...new Set(terms)].toSorted();

describe('articles on North Korea', () => {
  const expected = readTable<Readonly<Record<string, readonly Term[]>>>('news/expected.json');
  const articles = Object.entries(expected);

  test('every article has its list', () => {
    const listed = articles.map(([name]) => name.replace('.html', '')).filter((name) => !name.includes('/'));
    expect(listed.toSorted()).toEqual(pagesIn('news'));
  });

  test.each(articles)('%s: every term is marked and nothing else', (name, terms) => {
    const marked = markedOn(index, samplePage(`news/${name}`), { silentWhereExplained: false });
    expect(each(marked.map(spelled))).toEqual(each(terms.map(([text, entry]) => spelled({ text, entry }))));
  });

  test.each(articles)('%s: a term is marked in every place', (name, terms) => {
    const page = samplePage(`news/${name}`);
    const marked = markedOn(index, page, { silentWhereExplained: false });
    const missed = terms.flatMap(([text]) =>
      placesOf(page, text)
        .filter((place) => !marked.some((term) => touches(term, place)))
        .map(({ passage, start }) => `${text} at ${passage}:${start}`),
    );
    expect(missed).toEqual([]);
  });
});

describe('pages on other subjects', () => {
  const names = pagesIn('others');

  test('there are at least twenty', () => {
    expect(names.length).toBeGreaterThanOrEqual(20);
  });

  test.each(names)('%s: nothing of North Korea', (name) => {
    const marked = markedOn(index, samplePage(`others/${name}.html`));
    expect(marked.filter(ofNorthKorea).map(spelled)).toEqual([]);
  });
});

describe('pairs of senses', () => {
  const pairs = Object.entries(readTable<Readonly<Record<string, Pair>>>('senses/forms.json'));

  test('every page belongs to a pair', () => {
    const wanted = pairs.flatMap(([name]) => [`${name}-korea`, `${name}-other`]);
    expect(pagesIn('senses')).toEqual(wanted.toSorted());
  });

  test.each(pairs)('%s: marked on the page about Korea', (name, { form, entry }) => {
    const page = samplePage(`senses/${name}-korea.html`);
    const marked = markedOn(index, page).filter((term) =>
      placesOf(page, form).some((place) => touches(term, place)),
    );
    const entries = marked.filter(ofNorthKorea).map((term) => term.entry);
    expect(entries, reasonsOn(index, page, form)).toContain(entry);
    expect(marked.filter((term) => !ofNorthKorea(term)).map(spelled)).toEqual([]);
  });

  test.each(pairs)('%s: not marked on the other page', (name, { form, other = form, besides = [] }) => {
    const page = samplePage(`senses/${name}-other.html`);
    const marked = markedOn(index, page).filter(ofNorthKorea);
    const places = placesOf(page, other);
    expect(places.length, `${other} stands on the page`).toBeGreaterThan(0);
    const wrong = marked.filter((term) => places.some((place) => touches(term, place)));
    expect(wrong.map(spelled), reasonsOn(index, page, other)).toEqual([]);
    expect(each(marked.map(({ entry }) => entry))).toEqual([...besides].toSorted());
  });
});
