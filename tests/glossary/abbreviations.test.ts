import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDefinitions } from '../../glossary/abbreviations.ts';

const pairs = (text: string) => findDefinitions(text).map(({ short, long }) => `${short} = ${long}`);

const FOUND: Record<string, readonly [string, string][]> = {
  brackets: [
    ['the Reconnaissance General Bureau (RGB) said', 'RGB = Reconnaissance General Bureau'],
    ['the Reconnaissance General Bureau’s (RGB) chief', 'RGB = Reconnaissance General Bureau'],
    ['the Joint Chiefs of Staff [JCS] said', 'JCS = Joint Chiefs of Staff'],
    ['RGB (Reconnaissance General Bureau) said', 'RGB = Reconnaissance General Bureau'],
    ['RGB (the Reconnaissance General Bureau, a spy agency)', 'RGB = Reconnaissance General Bureau'],
    ['the Reconnaissance General Bureau (the RGB)', 'RGB = Reconnaissance General Bureau'],
    ['the Reconnaissance General Bureau (RGB, its Korean initials)', 'RGB = Reconnaissance General Bureau'],
    [
      'the Multilateral Sanctions Monitoring Team (MSMT; set up in 2024)',
      'MSMT = Multilateral Sanctions Monitoring Team',
    ],
    ['the Workers’ Party of Korea (“WPK”)', 'WPK = Workers’ Party of Korea'],
    ["the Ministry of Unification (hereinafter 'MOU')", 'MOU = Ministry of Unification'],
    ['the ruling party (Workers’ Party of Korea, WPK)', 'WPK = Workers’ Party of Korea'],
    ['the agency (the National Intelligence Service (NIS))', 'NIS = National Intelligence Service'],
    ['Korean Central News Agency (조선중앙통신, KCNA)', 'KCNA = Korean Central News Agency'],
    [
      '国際原子力機関 said the International Atomic Energy Agency（IAEA）',
      'IAEA = International Atomic Energy Agency',
    ],
  ],
  'words and punctuation': [
    ['the Military Demarcation Line, or MDL, was', 'MDL = Military Demarcation Line'],
    ['the demarcation line, or MDL, was', 'MDL = demarcation line'],
    ['RGB, or Reconnaissance General Bureau, was', 'RGB = Reconnaissance General Bureau'],
    [
      'the Multilateral Sanctions Monitoring Team — MSMT — said',
      'MSMT = Multilateral Sanctions Monitoring Team',
    ],
    [
      'the Multilateral Sanctions Monitoring Team--MSMT--said',
      'MSMT = Multilateral Sanctions Monitoring Team',
    ],
    ['the Korean Central News Agency, also known as KCNA, said', 'KCNA = Korean Central News Agency'],
    ['the Korean Central News Agency, abbreviated as KCNA', 'KCNA = Korean Central News Agency'],
    ['KCNA, short for Korean Central News Agency, said', 'KCNA = Korean Central News Agency'],
    ['KCNA stands for Korean Central News Agency and is', 'KCNA = Korean Central News Agency'],
    ['KCNA, the Korean Central News Agency, said', 'KCNA = Korean Central News Agency'],
    ['the Ministry of Unification, hereinafter “MOU”, said', 'MOU = Ministry of Unification'],
    [
      'the Economic Community of West African States, or Ecowas, said',
      'Ecowas = Economic Community of West African States',
    ],
  ],
  letters: [
    ['intercontinental ballistic missiles (ICBMs)', 'ICBMs = intercontinental ballistic missiles'],
    ['non-heart-beating donors (NHBD)', 'NHBD = non-heart-beating donors'],
    ['serotonin, or 5-hydroxytryptamine (5-HT), was', '5-HT = 5-hydroxytryptamine'],
    ['hemagglutinin 5 neuraminidase 1 (H5N1)', 'H5N1 = hemagglutinin 5 neuraminidase 1'],
    ['three-dimensional (3D) images', '3D = three-dimensional'],
    ['research and development (R&D)', 'R&D = research and development'],
    ['the Federal Reserve (R.G.B.) and the United Nations (U.N.)', 'U.N. = United Nations'],
    ['Électricité de France (EDF)', 'EDF = Électricité de France'],
    ['E\u0301lectricite\u0301 de France (EDF)', 'EDF = E\u0301lectricite\u0301 de France'],
    ['Министерство иностранных дел (МИД)', 'МИД = Министерство иностранных дел'],
    ['the Democratic Republic of the Congo (RDC)', 'RDC = Democratic Republic of the Congo'],
    ['the cytokine gamma-interferon (IFN-gamma)', 'IFN-gamma = gamma-interferon'],
  ],
};

const REFUSED: Record<string, readonly string[]> = {
  'letters that do not fit': [
    'Doctors Without Borders (MSF)',
    '조선중앙통신 (KCNA)',
    'Korean Central News Agency (조선중앙통신)',
    '中国共产党（CPC）',
    'a Korean word (RGB)',
  ],
  asides: [
    'Kim (center)',
    'Kim (left)',
    '(more)',
    'see it (see below)',
    'the law (as amended)',
    'Louis (XIV)',
    'in part (ii)',
  ],
  'agencies and parties': [
    'SEOUL (Reuters) - The North',
    'SEOUL, South Korea (AP) — The North',
    'Ted Cruz (R-Texas)',
    'Doris Matsui (D-Calif.)',
    'Donald Trump (R)',
  ],
  'quotations and numbers': [
    'Samsung (005930.KS)',
    'Boeing (BA.N)',
    'five samples (n = 5)',
    'patients (P<0.01)',
    'in 2024 (2024)',
    '500 euros (EUR 500)',
    'a fine ($3.2m)',
    'by version (v1.2)',
  ],
  'what is no definition': [
    'the North, or as it calls itself, the DPRK, said',
    'the FBI, or what is left of it',
    'BeOpen.com (“BeOpen”)',
    'call f(x) and kinase(s) and open(NAME)',
    'Copyright (C) 2026',
    'the bank and the river, or NO',
  ],
};

describe.each(Object.entries(FOUND))('a definition by %s', (_, table) => {
  it.each(table)('%s', (text, pair) => {
    expect(pairs(text)).toContain(pair);
  });
});

describe.each(Object.entries(REFUSED))('refused: %s', (_, table) => {
  it.each(table)('%s', (text) => {
    expect(pairs(text)).toEqual([]);
  });
});

describe('the boundaries of a definition', () => {
  it('says where both forms stand', () => {
    expect(findDefinitions('the Korean People’s Army (“KPA”)')).toEqual([
      { short: 'KPA', long: 'Korean People’s Army', shortStart: 27, shortEnd: 30, longStart: 4, longEnd: 24 },
    ]);
  });

  it('leaves out quotes, articles and the sentence before', () => {
    expect(pairs('So he left. The “no-fly zone” (NFZ) stays.')).toEqual(['NFZ = no-fly zone']);
    expect(pairs('He knew Rita. General bureaus (RGB) came.')).toEqual([]);
  });

  it('gives several definitions in the order of their short forms', () => {
    const text =
      'the KPA (Korean People’s Army), the Joint Chiefs of Staff (JCS) and the demilitarized zone, or DMZ';
    expect(findDefinitions(text).map(({ short }) => short)).toEqual(['KPA', 'JCS', 'DMZ']);
  });
});

/** Pieces that come near to definitions, so that random texts reach every rule. */
const piece = fc.constantFrom(
  ...'( ) [ ] （ ） , ; : — – -- " “ ” ’s or the of (the , or known as stands for short for RGB ICBMs H5N1 R&D'.split(
    ' ',
  ),
  ...[
    'Reconnaissance',
    'General',
    'Bureau',
    'ballistic',
    ' ',
    '\n',
    '\u0301',
    '\ud83d',
    '\udc00',
    '👍',
    '조선',
    'ﬁ',
    'İ',
    'ß',
    '',
  ],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('any string', () => {
  it('gives slices of itself, short forms apart from their long forms', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const found of findDefinitions(any)) {
          expect(any.slice(found.shortStart, found.shortEnd)).toBe(found.short);
          expect(any.slice(found.longStart, found.longEnd)).toBe(found.long);
          expect(found.long.length).toBeGreaterThan(found.short.length);
          expect(found.shortEnd <= found.longStart || found.longEnd <= found.shortStart).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a definition wherever it stands', () => {
    const before = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(before, before, (head, tail) => {
        const found = pairs(`${head}.\n\nReconnaissance General Bureau (RGB).\n\n${tail}`);
        expect(found).toContain('RGB = Reconnaissance General Bureau');
      }),
    );
  });
});
