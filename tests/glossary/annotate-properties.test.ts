import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Annotated, annotate, type Page } from '../../glossary/annotate.ts';
import { compile, type Index } from '../../glossary/compile.ts';
import type { Span } from '../../glossary/entry.ts';
import { type Evidence, emptyEvidence } from '../../glossary/evidence.ts';
import { parseGlossary } from '../../glossary/format.ts';
import { entry, indexOf, maybe } from './senses-glossaries.ts';

const pack = parseGlossary(
  JSON.parse(readFileSync(new URL('../../glossary/packs/north-korea.json', import.meta.url), 'utf8')),
);
const korea = compile([pack]);

const piece = fc.constantFrom(
  ...'RGB|SPA|the North|Central Committee|Politburo|MDL|supreme leader|Iran|China|Beijing|keyboard|hackers'.split(
    '|',
  ),
  ...'Pyongyang|KCNA|Kim Jong Un|South Korea|Reconnaissance General Bureau (RGB)|DPRK|. |said that|in 2024'.split(
    '|',
  ),
  ...'red, green and blue (RGB)|Mobile Data Layer (MDL)|MSMT|Multilateral Sanctions Monitoring Team (MSMT)'.split(
    '|',
  ),
  ...'Workers’ Party of Korea|Central Committee of the Workers’ Party of Korea|조선|NORTH KOREA|Saudi Arabia'.split(
    '|',
  ),
);
const passage = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(' '));
const passages = fc.array(passage, { maxLength: 60 });
const head = { url: 'https://example.com/', title: '' };

/** A page in batches, as a content script sends them: all once, then the unsettled ones with all the evidence. */
function inBatches(index: Index, page: Page, order: readonly (readonly number[])[]): Map<number, Span[]> {
  const spans = new Map<number, Span[]>();
  const open: number[] = [];
  let evidence: Evidence = emptyEvidence();
  const send = (numbers: readonly number[]): Annotated => {
    const batch = numbers.map((number) => page.passages[number] ?? '');
    const notes = annotate(index, { ...page, passages: batch, evidence });
    evidence = JSON.parse(JSON.stringify(notes.evidence));
    for (const number of numbers) spans.set(number, []);
    for (const span of notes.spans) {
      const number = numbers[span.passage] ?? -1;
      spans.get(number)?.push({ ...span, passage: number });
    }
    return notes;
  };
  for (const numbers of order) open.push(...send(numbers).unsettled.map((at) => numbers[at] ?? -1));
  send(open);
  return spans;
}

test('batches in any order give what the whole page gives', () => {
  const shuffled = passages.chain((texts) =>
    fc.tuple(
      fc.constant(texts),
      fc.shuffledSubarray(
        texts.map((_, number) => number),
        { minLength: texts.length },
      ),
      fc.integer({ min: 1, max: 20 }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([texts, order, size]) => {
      const page = { ...head, passages: texts };
      const batches = order.flatMap((_, at) => (at % size === 0 ? [order.slice(at, at + size)] : []));
      const spans = inBatches(korea, page, batches);
      expect(texts.flatMap((_, number) => spans.get(number) ?? [])).toEqual(annotate(korea, page).spans);
    }),
    { numRuns: 60 },
  );
}, 30_000);

test('spans are in order, apart, and within their passage', () => {
  fc.assert(
    fc.property(passages, (texts) => {
      let last = { passage: 0, start: 0, end: 0 };
      for (const span of annotate(korea, { ...head, passages: texts }).spans) {
        const after = span.passage > last.passage || span.start >= last.end;
        expect(after && span.passage >= last.passage && span.end > span.start).toBe(true);
        expect(span.end).toBeLessThanOrEqual(texts[span.passage]?.length ?? 0);
        last = span;
      }
    }),
    { numRuns: 60 },
  );
}, 30_000);

test('a glossary about something else changes nothing', () => {
  // It shares words with the first, as glossaries about the same world do, but no form.
  const shared = ['Pyongyang', 'KCNA', 'Iran', 'China', 'South Korea', 'hacker', 'hackers'];
  const entries = [
    entry('quark', 'quark', { forms: [maybe('colour charge')], context: ['gluon', ...shared], not: ['RGB'] }),
    entry('lepton', 'lepton', { forms: ['muon'], context: shared, not: shared.slice(2) }),
  ];
  const context = ['CERN', 'Kim Jong Un', 'Pyongyang', 'DPRK'];
  const other = parseGlossary({ format: 1, id: 'physics', title: 'Physics', context, entries });
  const indexes = [compile([pack, other]), compile([other, pack])];
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 12 }), (texts) => {
      const page = { ...head, passages: [...texts, 'A muon at CERN, a quark with its gluon.'] };
      const korean = (index: Index) => {
        const { spans, decisions = [] } = annotate(index, page, { explain: true });
        const ofKorea = ({ entry }: { entry: string }) => !entry.startsWith('physics/');
        return { spans: spans.filter(ofKorea), decisions: decisions.filter(ofKorea) };
      };
      const [first, second] = indexes.map(korean);
      expect(first).toEqual(korean(korea));
      expect(second).toEqual(korean(korea));
    }),
    { numRuns: 40 },
  );
}, 30_000);

test('the same evidence once more changes nothing', () => {
  fc.assert(
    fc.property(passages, (texts) => {
      const first = annotate(korea, { ...head, passages: texts });
      const again = annotate(korea, { ...head, passages: texts, evidence: first.evidence });
      expect(again.spans).toEqual(first.spans);
      expect(again.verdict).toBe(first.verdict);
    }),
    { numRuns: 40 },
  );
}, 30_000);

test('what the reader chose is what is marked', () => {
  const rgb = indexOf({
    entries: [entry('rgb', 'Zeppelin', { forms: [maybe('RGB')], not: ['Iran', 'keyboard'] })],
  });
  fc.assert(
    fc.property(passages, fc.constantFrom('always', 'never'), (texts, choice) => {
      const choices = { '*': { 'g/rgb': choice } } as const;
      const options = { pageTerms: false, silentWhereExplained: false };
      const { spans } = annotate(rgb, { ...head, passages: texts, choices }, options);
      const mentions = texts.join('\n').match(/RGB/g)?.length ?? 0;
      expect(spans).toHaveLength(choice === 'always' ? mentions : 0);
    }),
    { numRuns: 40 },
  );
}, 30_000);

test.each([
  ['prose', 0.5, 'Pyongyang said the RGB and the Central Committee in Beijing met the North. '],
  ['one form', 1, 'RGB '],
  ['a form without end', 1, 'Korea-'],
  ['definitions', 1, 'Mobile Data Layer (MDL) '],
  ['letters', 5, 'a'],
  ['capitals', 5, 'MDL'],
] as const)(
  'one passage that is all %s, %i MB',
  (_, megabytes, piece) => {
    const passage = piece.repeat((megabytes * 1_000_000) / piece.length);
    const { evidence } = annotate(korea, { ...head, passages: [passage] });
    expect(JSON.stringify(evidence).length).toBeLessThan(16_384);
  },
  60_000,
);
