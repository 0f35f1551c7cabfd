import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Folder, fold, WINDOW } from '../../glossary/fold.ts';
import { BLANK, DOT, foldCluster, HYPHEN, kindOf, rowOf, SIMPLE } from '../../glossary/fold-table.ts';

test.each([
  ['breve', 'Pyŏngyang', 'pyongyang'],
  ['breve as a mark of its own', 'Pyo\u0306ngyang', 'pyongyang'],
  ['two marks on one letter', 'Vie\u0323\u0302t Nam', 'viet nam'],
  [
    'letters without a decomposition',
    'Straße Łódź Ørsted Æsir œuvre Đà',
    'strasse lodz orsted aesir oeuvre da',
  ],
  ['dotted and dotless i', 'İstanbul ısı', 'istanbul isi'],
  ['ligatures', 'oﬃce ﬁnd ﬂow', 'office find flow'],
  ['full width', 'ＤＰＲＫ　ＫＣＮＡ', 'dprk kcna'],
  ['mathematical letters', '𝐃𝐏𝐑𝐊', 'dprk'],
  ['half-width kana', 'ｶﾞｲﾄﾞ', 'ガイド'],
  ['kana with its voice mark apart', 'か\u3099', 'が'],
  ['Hangul in pieces', '\u1112\u1161\u11ab', '한'],
  ['Cyrillic letters keep what makes them letters', 'Край край Йод и\u0306', 'край край йод й'],
  ['Cyrillic ё is е, as most texts print it', 'Ёлка ёлка е\u0308лка', 'елка елка елка'],
  ['Cyrillic stress goes', 'Пхенья\u0301н', 'пхеньян'],
  ['Greek: one sigma, no accents, as capitals have none', 'ΣΟΦΟΣ σοφος Αθήνα', 'σοφοσ σοφοσ αθηνα'],
  [
    'Arabic letters that the press writes with or without signs',
    'الأمم إيران آسيا على',
    'الامم ايران اسيا علي',
  ],
  ['Persian letters as Arabic ones', 'کره شمالی', 'كره شمالي'],
  ['Arabic vowel signs and tatweel go', 'كُورِيـــا', 'كوريا'],
  ['Hebrew points go', 'שָׁלוֹם', 'שלום'],
  ['apostrophes', "a'b a’b a‘b aʼb a`b a´b a′b a＇b", "a'b a'b a'b a'b a'b a'b a'b a'b"],
  ['quotes', '“a” „a‟ «a» ＂a＂ ״a״', '"a" "a" "a" "a" "a"'],
  ['hyphens and dashes within a word', 'a-b a‐b a‑b a‒b a–b a—b a−b a－b', 'a b a b a b a b a b a b a b a b'],
  ['a dash that parts clauses', 'north – korea -- south', 'north - korea - south'],
  ['a hyphen at a line break', 'short-\nrange and mid -range', 'short range and mid range'],
  ['white space', 'a  b\u00a0\u2009c\r\n\td\u3000e', 'a b c d e'],
  ['invisible characters', 's\u00adof\u200bt \u202aw\u2066o\u200drd\u2069\ufeff\ufe0f', 'soft word'],
  ['dotted acronyms', 'D.P.R.K. said. U.N.-led U.S', 'dprk said. un led us'],
  ['plural of a dotted acronym', 'I.C.B.M.s flew', 'icbms flew'],
  ['Cyrillic acronym', 'К.Н.Д.Р. и', 'кндр и'],
  ['dots that are no acronym', 'e.g. Mr. T. said. N.Korea 3.5 end.A', 'e.g. mr. t. said. n.korea 3.5 end.a'],
  ['signs', 'DPRK™ №5 … ½', 'dprk™ no5 ... 1⁄2'],
  ['spacing accents stay apart', 'x¨ y', 'x¨ y'],
  ['nothing', '\u00ad \u200b—', ''],
])('folds: %s', (_rule, text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each(['\ud800', 'a\udc00b', '\ud83d\ud83d', 'x\udfff'])('keeps lone surrogates: %j', (text) => {
  expect(fold(text)).toBe(text);
});

/** The text each folded unit stands for. */
function sources(text: string): { unit: string; source: string }[] {
  const folder = new Folder();
  folder.begin(text);
  folder.fill();
  return Array.from({ length: folder.length }, (_, at) => ({
    unit: String.fromCharCode(((folder.rows[at] ?? 0) >> 8) & 0xffff),
    source: text.slice(folder.offsets.startOf(at), folder.offsets.endOf(at)),
  }));
}

test('each unit knows its own piece of the text', () => {
  expect(sources('e\u0301\u00adﬁ 𝐃  U.N. x')).toEqual([
    { unit: 'e', source: 'e\u0301' },
    { unit: 'f', source: 'ﬁ' },
    { unit: 'i', source: 'ﬁ' },
    { unit: ' ', source: ' ' },
    { unit: 'd', source: '𝐃' },
    { unit: ' ', source: '  ' },
    { unit: 'u', source: 'U' },
    { unit: 'n', source: 'N.' },
    { unit: ' ', source: ' ' },
    { unit: 'x', source: 'x' },
  ]);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: fc.constantFrom(...'aZ. -–’\u0301\u3099か한\u1161\u00ad\u200b \n1U.N.é\ud83d\ude00כְ') }),
);

test('the pieces of the text ascend and lie within it, whatever the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const folder = new Folder();
      folder.begin(text);
      folder.fill();
      let before = 0;
      for (let at = 0; at < folder.length; at++) {
        const start = folder.offsets.startOf(at);
        const end = folder.offsets.endOf(at);
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        before = start;
      }
    }),
    { numRuns: 500 },
  );
});

test('folding what is folded changes nothing but dashes and acronyms', () => {
  const words = fc.string({ unit: fc.constantFrom(...'abzé’ \u0301ßﬁかｶ한й\u0306') });
  fc.assert(
    fc.property(words, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test('a text longer than a window folds as its parts do', () => {
  const piece = 'The D.P.R.K.’s  Pyo\u0306ngyang – ﬁne \u00ad𝐃 ';
  const many = Math.ceil((2.5 * WINDOW) / piece.length);
  expect(fold(piece.repeat(many))).toBe(Array(many).fill(fold(piece)).join(' '));
});

test('the rows of ASCII, which are not worked out, are those that would be', () => {
  for (let unit = 0; unit < 0x80; unit++) {
    const character = String.fromCharCode(unit);
    const [worked] = foldCluster(character);
    if (/\s/.test(character)) expect(kindOf(unit)).toBe(BLANK);
    else if (character === '-') expect(kindOf(unit)).toBe(HYPHEN);
    else if (character === '.') expect(kindOf(unit)).toBe(DOT);
    else expect([character, kindOf(unit), rowOf(unit)]).toEqual([character, SIMPLE, worked]);
  }
});
