import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate } from '../../glossary/annotate.ts';
import { compile } from '../../glossary/compile.ts';
import { parseGlossary } from '../../glossary/format.ts';

/** Pages that would take minutes if anything in the way from text to spans were quadratic. */

const LENGTH = 400_000;
const PATIENCE = 60_000;
const index = compile([
  parseGlossary(
    JSON.parse(readFileSync(new URL('../../glossary/packs/north-korea.json', import.meta.url), 'utf8')),
  ),
]);
const page = (passages: readonly string[]) => ({ url: 'https://example.com/', title: 'Pyongyang', passages });
const filled = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length));

test.each([
  ['a sure term', 'KCNA '],
  ['an ambiguous form', 'RGB '],
  ['an ambiguous form with its cue', 'Pyongyang RGB. '],
  ['cues only', 'Pyongyang hackers '],
  ['cues against', 'color monitor '],
  ['for and against', 'RGB color Pyongyang RGB monitor '],
  ['definitions', 'Reconnaissance General Bureau (RGB) '],
  ['definitions against', 'red, green and blue (RGB) '],
  ['definitions of its own, all different ends', 'Harbour Dredging Consortium (HDC) HDC '],
  ['brackets never closed', 'RGB (RGB ('],
  ['sentences', 'Kim. '],
  ['lists', 'RGB, SPA, KPA, '],
  ['quotes', '“RGB” '],
  ['one endless word', 'RGB'],
  ['particles', '조선중앙통신은'],
  ['lone surrogates', 'RGB \ud83d'],
  ['compounds', 'anti-RGB-'],
  ['lines', 'RGB\n'],
])(
  '400,000 characters in one passage: %s',
  (_what, piece) => {
    const text = filled(piece);
    const { spans } = annotate(index, page([text]), { explain: true });
    const ends = [0, ...spans.map(({ end }) => end)];
    expect(spans.filter(({ start }, at) => start < (ends[at] ?? 0))).toEqual([]);
    expect(ends.at(-1)).toBeLessThanOrEqual(text.length);
  },
  PATIENCE,
);

test(
  'fifty thousand passages, each with a form that needs evidence',
  () => {
    const passages = Array.from({ length: 50_000 }, (_, at) => `The RGB spoke for the ${at}th time.`);
    expect(annotate(index, page(passages)).spans).toHaveLength(50_000);
    expect(annotate(index, { ...page(passages), title: 'Monitors' }).spans).toHaveLength(0);
  },
  PATIENCE,
);
