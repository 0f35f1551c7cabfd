import { readFileSync } from 'node:fs';
import { placesOf, readTable, type SamplePage, samplePage } from './sample-pages.ts';

/** An ambiguous form of an entry, with text in which it means the entry and text in which it does not. */
export interface SensePair {
  /** Written `glossary/entry`. */
  readonly entry: string;
  readonly form: string;
  /** How the other text writes it, where that differs. */
  readonly other: string;
  readonly about: SamplePage;
  readonly notAbout: SamplePage;
}

interface PagePair {
  readonly form: string;
  readonly entry: string;
  readonly other?: string;
}

/** The pairs that are whole pages: `NAME-korea.html` and `NAME-other.html`, listed in `forms.json`. */
export function pagePairs(): SensePair[] {
  const pairs = Object.entries(readTable<Readonly<Record<string, PagePair>>>('senses/forms.json'));
  return pairs.map(([name, { form, entry, other = form }]) => ({
    entry,
    form,
    other,
    about: samplePage(`senses/${name}-korea.html`),
    notAbout: samplePage(`senses/${name}-other.html`),
  }));
}

/** The pairs that are a sentence each: `lines.tsv`. */
export function linePairs(): SensePair[] {
  const table = readFileSync(new URL('../pages/senses/lines.tsv', import.meta.url), 'utf8');
  const [, ...rows] = table.trim().split('\n');
  return rows.map((row) => {
    const [entry = '', form = '', about = '', notAbout = ''] = row.split('\t');
    return { entry, form, other: form, about: pageOf(about), notAbout: pageOf(notAbout) };
  });
}

function pageOf(text: string): SamplePage {
  return { url: 'https://example.com/', title: '', passages: [text], langs: [undefined] };
}

/** The page with another form of the entry wherever the one stands. */
export function swapped(page: SamplePage, from: string, to: string): SamplePage {
  const passages = page.passages.map((text) =>
    placesOf({ passages: [text] }, from)
      .reverse()
      .reduce((words, { start, end }) => words.slice(0, start) + to + words.slice(end), text),
  );
  return { ...page, title: page.title.replaceAll(from, to), passages };
}
