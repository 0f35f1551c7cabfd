import { describe, expect, test } from 'vitest';
import { parseGlossary } from '../../glossary/format.ts';
import { readPacks } from '../packs/read-packs.ts';
import { builtIn, markedOn, placesOf, type SamplePage, touches } from './sample-pages.ts';
import { linePairs, pagePairs, swapped } from './sense-pairs.ts';

const index = builtIn();
const lines = linePairs();
const pairs = [...pagePairs(), ...lines];
const ambiguous: ReadonlyMap<string, readonly string[]> = new Map(
  readPacks()
    .map(({ json }) => parseGlossary(json))
    .flatMap(({ id, entries }) =>
      entries.map(({ id: entry, forms }) => {
        const texts = forms.filter(({ when }) => when === 'context').map(({ text }) => text);
        return [`${id}/${entry}`, texts] as const;
      }),
    )
    .filter(([, texts]) => texts.length > 0),
);

/** Whether a form means the entry in one place at least. */
function means(page: SamplePage, form: string, entry: string): boolean {
  const places = placesOf(page, form);
  expect(places.length, `${form} stands in “${page.passages.join(' ')}”`).toBeGreaterThan(0);
  const marked = markedOn(index, page, { pageTerms: false, silentWhereExplained: false });
  return marked.some((term) => term.entry === entry && places.some((place) => touches(term, place)));
}

describe('a form in two sentences', () => {
  test.each(lines)('$form: $entry where it is meant', ({ about, form, entry }) => {
    expect(means(about, form, entry)).toBe(true);
  });

  test.each(lines)('$form: not $entry where something else is', ({ notAbout, form, entry }) => {
    expect(means(notAbout, form, entry)).toBe(false);
  });
});

/** Forms in other scripts do not fit into a page in English. */
const isLatin = (form: string) => /^[\u0020-\u024f\u2019]+$/.test(form);
/** Forms that say themselves what they mean, in whatever text they are put. */
const SPEAKS_FOR_ITSELF = /Korea|Kim |KJU|WPK|DPRK|Unification Minister|CNI TTX|border|Worker-Peasant/;

describe('the other ambiguous forms of an entry, in the same texts', () => {
  test.each(pairs)('of $entry, for $form', ({ entry, form, other, about, notAbout }) => {
    const forms = (ambiguous.get(entry) ?? []).filter(isLatin);
    const missed = forms.filter((text) => !means(swapped(about, form, text), text, entry));
    const silent = forms.filter((text) => !SPEAKS_FOR_ITSELF.test(text));
    const wrong = silent.filter((text) => means(swapped(notAbout, other, text), text, entry));
    expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
  });
});

describe('the built-in glossaries', () => {
  test('every entry with an ambiguous form has a pair', () => {
    const known: ReadonlySet<string> = new Set(pairs.map(({ entry }) => entry));
    expect([...ambiguous.keys()].filter((entry) => !known.has(entry))).toEqual([]);
  });

  test('every ambiguous acronym has a pair of its own', () => {
    const known = new Set(pairs.map(({ entry, form }) => `${entry} ${form}`.toUpperCase()));
    const acronyms = [...ambiguous].flatMap(([entry, texts]) =>
      texts.filter((text) => /^[A-Z][A-Z0-9]+$/.test(text)).map((text) => `${entry} ${text}`),
    );
    expect(acronyms.filter((acronym) => !known.has(acronym.toUpperCase()))).toEqual([]);
  });
});
