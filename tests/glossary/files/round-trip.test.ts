import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Glossary } from '../../../glossary/entry.ts';
import { EXPORTS, type ExportFormat } from '../../../glossary/files/export.ts';
import { namesByLanguage, rawEntryOf } from '../../../glossary/files/raw-entry.ts';
import { glossaryOf, readAll } from '../../../glossary/files/read-all.ts';
import type { FileFormat } from '../../../glossary/files/reading.ts';
import { parseGlossary } from '../../../glossary/format.ts';
import { unmatchable } from '../../../glossary/pattern.ts';
import { readPacks } from '../../packs/read-packs.ts';
import { bytes } from './fixture.ts';
import { madeGlossary } from './made-glossary.ts';

/** An entry without what a format cannot hold: rules of forms, and whatever is named. */
function plain(entry: Entry, glossary: Glossary, ...lost: readonly (keyof Entry)[]): unknown {
  const { forms, native } = namesByLanguage(entry, glossary.language);
  const { forms: _, native: __, ...rest } = rawEntryOf(entry);
  const held = {
    ...rest,
    ...(forms.length > 0 && { forms }),
    ...(native.length > 0 && { native }),
  };
  return Object.fromEntries(Object.entries(held).filter(([key]) => !lost.some((name) => name === key)));
}

/** Addresses in a table stand between angle brackets. */
const spelled = (entry: Entry): Entry => ({
  ...entry,
  sources: entry.sources.map(({ title, url }) => ({
    title,
    url: url.replace(/[<>\s]/g, encodeURIComponent),
  })),
});

/** The names of one language stand together, where the first of them was. */
function languagesTogether(entry: Entry): Entry {
  const foreign = entry.forms.flatMap(({ lang, text }) =>
    lang === undefined || lang === 'en' ? [] : [{ lang, text }],
  );
  const all = [...entry.native, ...foreign];
  const languages = [...new Set(all.map(({ lang }) => lang))];
  return { ...entry, native: languages.flatMap((language) => all.filter(({ lang }) => lang === language)) };
}

interface Trip {
  readonly out: ExportFormat;
  readonly in: FileFormat;
  /** An entry as far as the format holds it. */
  readonly held: (entry: Entry, glossary: Glossary) => unknown;
}

const TRIPS: readonly Trip[] = [
  { out: 'json', in: 'json', held: rawEntryOf },
  { out: 'csv', in: 'csv', held: (entry) => rawEntryOf(spelled(entry)) },
  { out: 'tsv', in: 'tsv', held: (entry) => rawEntryOf(spelled(entry)) },
  {
    out: 'tbx',
    in: 'tbx',
    held: (entry, glossary) =>
      plain(languagesTogether(entry), glossary, 'kind', 'question', 'asOf', 'context', 'not'),
  },
  {
    out: 'turtle',
    in: 'turtle',
    held: (entry, glossary) => plain(entry, glossary, 'question', 'context', 'not'),
  },
  {
    out: 'anki',
    in: 'tsv',
    held: (entry, glossary) =>
      plain(spelled(entry), glossary, 'kind', 'question', 'asOf', 'context', 'not', 'related'),
  },
];

function travelled({ out, in: format }: Trip, glossary: Glossary) {
  const file = [...EXPORTS[out].write(glossary)].join('');
  return readAll(format, bytes(file), { language: glossary.language });
}

describe.each(TRIPS)('what goes out as $out and comes in again', (trip) => {
  test('is equal, up to what the format holds', () => {
    fc.assert(
      fc.property(madeGlossary, (json) => {
        const glossary = parseGlossary(json);
        const { entries, complaints } = travelled(trip, glossary);
        expect(complaints.filter(({ effect }) => effect === 'skipped')).toEqual(
          glossary.entries.length === 0 && trip.out !== 'json' && ['tbx', 'turtle'].includes(trip.out)
            ? [expect.objectContaining({ found: 'no concepts' })]
            : [],
        );
        expect(entries).toEqual(glossary.entries.map((entry) => trip.held(entry, glossary)));
      }),
      { numRuns: 200 },
    );
  });

  test.each(readPacks())('is equal for the built-in glossary $name', ({ json }) => {
    const glossary = parseGlossary(json);
    const { entries, complaints } = travelled(trip, glossary);
    expect(complaints).toEqual([]);
    expect(entries).toEqual(glossary.entries.map((entry) => trip.held(entry, glossary)));
  });
});

test('JSON holds a whole glossary, white space and all', () => {
  const anything = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => /\S/.test(text));
  const term = anything.filter((text) => unmatchable(text) === undefined);
  const entries = fc.array(
    fc.record({ id: fc.stringMatching(/^[a-z0-9]{1,8}$/), term, definition: anything }),
  );
  fc.assert(
    fc.property(madeGlossary, fc.uniqueArray(fc.nat()), entries, (json, _, more) => {
      const unique = more.filter((one, at) => more.findIndex(({ id }) => id === one.id) === at);
      const glossary = parseGlossary({ ...json, entries: unique });
      const file = [...EXPORTS.json.write(glossary)].join('');
      expect(glossaryOf(readAll('json', bytes(file)))).toEqual(glossary);
      expect(parseGlossary(JSON.parse(file))).toEqual(glossary);
    }),
  );
});

test('a thesaurus keeps what the glossary says of itself', () => {
  fc.assert(
    fc.property(madeGlossary, (json) => {
      const glossary = parseGlossary(json);
      const { head } = readAll('turtle', [...EXPORTS.turtle.write(glossary)].join(''));
      const { id, title, version, language, license, homepage } = glossary;
      expect(head).toEqual({ id, title, version, language, license, homepage });
    }),
  );
});
