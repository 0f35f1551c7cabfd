import { describe, expect, test } from 'vitest';
import { annotate } from '../../glossary/annotate.ts';
import { entry, indexOf, marksOf, maybe } from './senses-glossaries.ts';

const rgb = entry('rgb', 'Reconnaissance General Bureau', {
  forms: [maybe('RGB')],
  context: ['Lazarus Group', 'hackers'],
  not: ['keyboard', 'display'],
});
const korea = indexOf({
  context: ['North Korea', 'Pyongyang', 'KCNA'],
  entries: [
    rgb,
    entry('dprk', 'DPRK', { forms: ['North Korea'] }),
    entry('leader', 'supreme leader', {
      forms: [maybe('supreme leader')],
      not: ['Iran', 'Khamenei', 'Tehran'],
    }),
  ],
});

describe('an ambiguous form is marked only with evidence', () => {
  test.each([
    ['nothing speaks for it', { passages: ['The RGB is here.'] }, []],
    ['a cue in the sentence', { passages: ['Pyongyang uses the RGB.'] }, ['g/rgb:RGB']],
    ['a cue in the next one', { passages: ['The RGB is here. So is KCNA.'] }, ['g/rgb:RGB']],
    [
      'a cue in the title',
      { title: 'Hackers of North Korea', passages: ['The RGB is here.'] },
      ['g/rgb:RGB'],
    ],
    ['a name of its own', { passages: ['The Lazarus Group answers to the RGB.'] }, ['g/rgb:RGB']],
    ['a plain word alone', { passages: ['The hackers of the RGB.'] }, []],
    ['a word against it', { passages: ['Pyongyang sells an RGB keyboard with a display.'] }, []],
    [
      'an owner against it',
      { passages: ["North Korea wrote to Iran's supreme leader."] },
      ['g/dprk:North Korea'],
    ],
    [
      'the page is about it',
      {
        passages: [
          'In Pyongyang the spring came late this year.',
          'KCNA showed farmers in the rain on Monday.',
          'Nobody outside North Korea has seen the harvest.',
          'The RGB is here.',
        ],
      },
      ['g/dprk:North Korea', 'g/rgb:RGB'],
    ],
    [
      'one mention on a long page',
      {
        passages: [
          'The RGB is here.',
          'North Korea was mentioned once.',
          ...Array.from({ length: 12 }, (_, number) => `Passage ${number} is about something else.`),
        ],
      },
      ['g/dprk:North Korea'],
    ],
  ])('%s', (_, page, expected) => {
    expect(marksOf(korea, page)).toEqual(expected);
  });
});

describe('a definition on the page decides', () => {
  test.each([
    [
      'for',
      ['Reconnaissance General Bureau (RGB) is long.', 'The RGB is here.'],
      ['g/rgb:Reconnaissance General Bureau', 'g/rgb:RGB'],
    ],
    [
      'against, whatever else speaks for it',
      ['Screens mix red, green and blue (RGB).', 'KCNA in Pyongyang, North Korea, showed the RGB.'],
      ['g/dprk:North Korea'],
    ],
    [
      'for plurals too',
      ['The Reconnaissance General Bureau (RGB).', 'Two RGBs.'],
      ['g/rgb:Reconnaissance General Bureau', 'g/rgb:RGBs'],
    ],
  ])('%s', (_, passages, expected) => {
    expect(marksOf(korea, { passages, title: 'x' }, { pageTerms: false })).toEqual(expected);
  });

  test('it withdraws a mark made before it was read', () => {
    const page = { url: 'https://example.com/', title: '', passages: ['Pyongyang uses the RGB.'] };
    const before = annotate(korea, page);
    expect(before.spans).toHaveLength(1);
    expect(before.unsettled).toEqual([0]);
    const later = annotate(korea, {
      ...page,
      passages: ['Screens mix red, green and blue (RGB).'],
      evidence: before.evidence,
    });
    expect(later.verdict).not.toBe(before.verdict);
    expect(annotate(korea, { ...page, evidence: later.evidence }).spans).toEqual([]);
  });

  test('text that comes later releases a form held back', () => {
    const page = { url: 'https://example.com/', title: '', passages: ['The RGB is here.'] };
    const before = annotate(korea, page);
    expect(before.spans).toEqual([]);
    const passages = ['The Reconnaissance General Bureau (RGB) was founded in 2009.'];
    const { evidence } = annotate(korea, { ...page, passages, evidence: before.evidence });
    expect(annotate(korea, { ...page, evidence }).spans).toMatchObject([{ entry: 'g/rgb' }]);
  });
});

describe('the reader wins', () => {
  const quiet = ['The RGB is here.'];
  const loud = ['Reconnaissance General Bureau (RGB). The RGB of Pyongyang.'];
  test.each([
    ['always, without evidence', quiet, { '*': { 'g/rgb': 'always' } }, ['g/rgb:RGB']],
    ['always, on this site', quiet, { 'example.com': { 'g/rgb#RGB': 'always' } }, ['g/rgb:RGB']],
    ['never, with a definition', loud, { '*': { 'g/rgb': 'never' } }, []],
    ['never, for unambiguous forms too', ['The DPRK.'], { '*': { 'g/dprk': 'never' } }, []],
    ['elsewhere', quiet, { 'example.org': { 'g/rgb': 'always' } }, []],
  ] as const)('%s', (_, passages, choices, expected) => {
    expect(marksOf(korea, { passages, choices })).toEqual(expected);
  });
});

describe('where the sentence spells it out', () => {
  const passages = ['The Reconnaissance General Bureau (RGB) spies. The RGB hacks.'];
  test('the abbreviation is left alone there, and only there', () => {
    const { spans } = annotate(korea, { url: '', title: '', passages });
    expect(spans.map(({ start, end }) => [start, end])).toEqual([
      [4, 33],
      [51, 54],
    ]);
  });

  test('unless the reader wants it', () => {
    expect(marksOf(korea, { passages }, { silentWhereExplained: false })).toHaveLength(3);
  });
});

describe('several glossaries', () => {
  const colour = { context: ['light', 'screen'], entries: [entry('rgb', 'RGB', { forms: [maybe('RGB')] })] };
  const plain = (id: string) => ({ id, entries: [entry('npt', 'NPT', { definition: id })] });

  test('the likeliest meaning first, the rest listed', () => {
    const index = indexOf({ context: ['North Korea', 'Pyongyang'], entries: [rgb] }, colour);
    const spans = (passages: string[]) => annotate(index, { url: '', title: '', passages }).spans;
    expect(spans(['Pyongyang uses the RGB.'])).toMatchObject([{ entry: 'g/rgb', others: ['g1/rgb'] }]);
    expect(spans(['The light of a screen is RGB.'])).toMatchObject([{ entry: 'g1/rgb', others: ['g/rgb'] }]);
    expect(spans(['It is RGB.'])).toEqual([]);
  });

  test("the reader's order breaks ties", () => {
    const spans = (...ids: string[]) =>
      annotate(indexOf(...ids.map(plain)), { url: '', title: '', passages: ['The NPT.'] }).spans;
    expect(spans('a', 'b')).toMatchObject([{ entry: 'a/npt', others: ['b/npt'] }]);
    expect(spans('b', 'a')).toMatchObject([{ entry: 'b/npt', others: ['a/npt'] }]);
  });

  test("a glossary's own context lifts all its entries", () => {
    const index = indexOf(plain('a'), { ...plain('b'), context: ['treaty'] });
    expect(annotate(index, { url: '', title: '', passages: ['A treaty, the NPT.'] }).spans).toMatchObject([
      { entry: 'b/npt', others: ['a/npt'] },
    ]);
  });

  test('an unambiguous name of a glossary without context of its own lifts the others', () => {
    const index = indexOf({
      entries: [entry('kcna', 'KCNA'), entry('x', 'Example', { forms: [maybe('SPA')] })],
    });
    expect(marksOf(index, { passages: ['KCNA wrote of the SPA.'] })).toEqual(['g/kcna:KCNA', 'g/x:SPA']);
  });
});

describe('language', () => {
  const index = indexOf({
    language: 'en',
    entries: [
      entry('mia', 'Missing in action', { forms: ['MIA'] }),
      entry('die', 'die'),
      entry('korea', 'DPRK', {
        forms: ['North Korea', { text: 'Nordkorea', lang: 'de' }],
        native: [
          { lang: 'ko', text: '조선' },
          { lang: 'ko', text: '북한' },
          { lang: 'zh', text: '朝鲜' },
          { lang: 'ru', text: 'КНДР' },
        ],
      }),
    ],
  });
  test.each([
    ['an acronym travels', 'it', 'Il soldato era MIA ed è tornato.', ['g/mia:MIA']],
    ['a word is not an acronym', 'it', 'La mia casa è bella.', []],
    ['nor in a line of capitals', 'it', 'LA MIA CASA È BELLA', []],
    ['nor if the page says nothing', undefined, 'LA MIA CASA È BELLA', []],
    ['plain words stay at home', 'de', 'Wir sahen, wie die Maus und die Katze schliefen.', []],
    ['even where German capitals begin a sentence', 'de', 'Die Maus und die Katze schliefen.', []],
    [
      'also on a page that calls itself English',
      'en',
      'Wir sahen, wie die Maus und die Katze schliefen.',
      [],
    ],
    ['plain words at home', 'en', 'The die is cut from the wafer.', ['g/die:die']],
    [
      'and in English on a German page',
      'de',
      'The die is cut from the wafer and it was sold.',
      ['g/die:die'],
    ],
    ['too short to tell, the page tells', 'de', 'die', []],
    ['too short to tell, nobody tells', undefined, 'die', ['g/die:die']],
    ['a form with a language, at home', 'de', 'Nordkorea feuert Rakete ab', ['g/korea:Nordkorea']],
    ['a form with a language, abroad', 'sv', 'Nordkorea och regeringen är inte med på det.', []],
    [
      'native names in an English text',
      'en',
      'The names 조선, 북한, 朝鲜 and КНДР.',
      ['g/korea:조선', 'g/korea:북한', 'g/korea:朝鲜', 'g/korea:КНДР'],
    ],
    ['particles', 'ko', '북한은 조선이라고 한다.', ['g/korea:북한', 'g/korea:조선']],
    ['another language of the same script', 'uk', 'КНДР', []],
  ] as const)('%s', (_, lang, text, expected) => {
    expect(marksOf(index, { passages: [text], ...(lang && { lang }) })).toEqual(expected);
  });

  test('the language of a passage counts more than that of the page', () => {
    expect(marksOf(index, { lang: 'en', langs: ['de', undefined], passages: ['die', 'die'] })).toEqual([
      'g/die:die',
    ]);
  });
});

describe('bad input', () => {
  test.each([
    ['no passages', []],
    ['empty ones', ['', ' ', '\u0000']],
    ['lone surrogates', ['\ud800 RGB \udc00 Pyongyang']],
    ['brackets', [`${'('.repeat(5_000)}RGB${')'.repeat(5_000)}`]],
  ])('%s', (_, passages) => {
    expect(() => annotate(korea, { url: 'no url', title: '\ud800', passages })).not.toThrow();
  });

  test('evidence that is none', () => {
    const page = JSON.parse('{"url":"","title":"","passages":["Pyongyang RGB"],"evidence":{"sample":3}}');
    expect(annotate(korea, page).spans).toHaveLength(1);
  });
});
