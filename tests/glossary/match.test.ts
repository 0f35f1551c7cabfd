import { describe, expect, test } from 'vitest';
import { found } from './matching.ts';

type Row = readonly [rule: string, forms: readonly string[], text: string, marks: readonly string[]];

function holds(rows: readonly Row[]): void {
  test.each(rows)('%s', (_rule, forms, text, marks) => {
    expect(found(forms, text)).toEqual(marks);
  });
}

describe('edges', () => {
  holds([
    [
      'a word stands alone',
      ['KPA'],
      'KPA, (KPA) “KPA” KPA/KCNA kKPA KPAx KPA2',
      ['KPA', 'KPA', 'KPA', 'KPA'],
    ],
    ['at the start and the end', ['DPRK'], 'DPRK', ['DPRK']],
    ['at the end of a sentence', ['DPRK', 'missile'], 'The DPRK. A missile.', ['DPRK', 'missile']],
    ['parts of compounds', ['DPRK'], 'anti-DPRK, U.S.-DPRK, DPRK–Russia, non‑DPRK', Array(4).fill('DPRK')],
    ['an apostrophe before: elision', ['ONU'], "l'ONU, dell’ONU", ['ONU', 'ONU']],
    ['an apostrophe after one letter', ['P', 'O'], "P'unggye-ri O’Brien", []],
    ['contractions are one word', ['don', 'T', 's', 'll'], "don't we'll it's", []],
    ['names with a sign', ['AT', 'R', 'C'], 'AT&T R&D C++ C#', []],
    ['forms that end in a sign', ['C++', 'Yahoo!'], 'C++ and Yahoo!, not C++17', ['C++', 'Yahoo!']],
    ['forms that begin with a sign', ['.NET', '$PATH'], 'in .NET, ASP.NET, $PATH', ['.NET', '$PATH']],
    ['identifiers', ['DPRK'], 'DPRK_news my_DPRK', []],
    ['emphasis in plain text', ['DPRK'], '_DPRK_ *DPRK*', ['DPRK', 'DPRK']],
    ['within a number', ['5', '000', '14'], '5,000 3.5 1.14', []],
    ['a number beside a comma', ['14'], 'Hwasong-14, and', ['14']],
    ['Cyrillic', ['КНДР', 'Россия'], '«КНДР» КНДРа Россия-КНДР', ['КНДР', 'Россия', 'КНДР']],
    ['Greek', ['ΛΔΚ', 'Αθήνα'], 'η ΛΔΚ, ΛΔΚς, στην ΑΘΉΝΑ.', ['ΛΔΚ', 'ΑΘΉΝΑ']],
    ['astral neighbours', ['DPRK'], '🇰🇵DPRK😀 𝐃𝐏𝐑𝐊', ['DPRK', '𝐃𝐏𝐑𝐊']],
    ['across a line break', ['North Korea'], 'North\n  Korea', ['North\n  Korea']],
    ['not across a dash between clauses', ['North Korea'], 'went north – Korea was; north -- Korea', []],
    ['not across other signs', ['North Korea'], 'North, Korea. North/Korea', []],
  ]);
});

describe('scripts', () => {
  holds([
    ['Hangul with particles', ['조선중앙통신', '북한'], '조선중앙통신은 북한의', ['조선중앙통신', '북한']],
    ['Hangul needs a left edge', ['한국'], '북한국 한국이', ['한국']],
    [
      'Hangul across a space',
      ['조선로동당 중앙위원회'],
      '조선로동당 중앙위원회가',
      ['조선로동당 중앙위원회'],
    ],
    ['Hangul after Latin and Han', ['북한', '전쟁'], 'NK북한, 反북한, 核전쟁', ['북한', '북한', '전쟁']],
    ['acronym with a particle', ['DPRK'], 'DPRK는 DPRK의', ['DPRK', 'DPRK']],
    ['acronym in Japanese', ['KCNA'], '北朝鮮のKCNAは', ['KCNA']],
    ['Han', ['朝鲜', '中央通讯社'], '据朝鲜中央通讯社报道', ['朝鲜', '中央通讯社']],
    ['Kana', ['ミサイル', 'きた'], '弾道ミサイル発射できた', ['ミサイル', 'きた']],
    ['kana with its voice mark apart', ['か'], 'か\u3099か', ['か']],
    ['Han beyond U+FFFF', ['𠮷野'], '在𠮷野家', ['𠮷野']],
    ['half of a pair is no edge', ['\ud842'], '𠮷', []],
    ['Thai', ['เกาหลีเหนือ'], 'รัฐบาลเกาหลีเหนือกล่าว', ['เกาหลีเหนือ']],
    ['Thai: not before a tone mark', ['กา'], 'ก่า กา่', []],
    ['Lao', ['ເກົາຫຼີ'], 'ສາທາລະນະລັດເກົາຫຼີເໜືອ', ['ເກົາຫຼີ']],
    ['Khmer', ['កូរ៉េ'], 'ប្រទេសកូរ៉េខាងជើង', ['កូរ៉េ']],
    ['Burmese', ['မြောက်ကိုရီးယား'], 'ထိုမြောက်ကိုရီးယားနိုင်ငံ', ['မြောက်ကိုရီးယား']],
    [
      'Arabic article and prepositions',
      ['حزب', 'كوريا'],
      'الحزب والحزب بالحزب للحزب',
      ['حزب', 'حزب', 'حزب', 'حزب'],
    ],
    [
      'Arabic letters written on',
      ['كوريا الشمالية'],
      'وكوريا الشمالية بكوريا الشمالية',
      Array(2).fill('كوريا الشمالية'),
    ],
    ['Arabic form with its article', ['الأمم المتحدة'], 'والأمم المتحدة', ['الأمم المتحدة']],
    ['Arabic: not within a word', ['حزب'], 'متحزب حزبي', []],
    ['Arabic: no short rest', ['يت'], 'البيت ويت', []],
    ['Hebrew prefixes', ['צפון קוריאה'], 'בצפון קוריאה והצפון, וצפון קוריאה', Array(2).fill('צפון קוריאה')],
    ['Hebrew: two prefixes', ['קוריאה'], 'ובקוריאה שבקוריאה', ['קוריאה', 'קוריאה']],
    ['Hebrew acronym', ['צה"ל'], 'צה״ל', ['צה״ל']],
    ['Hebrew: part of an acronym', ['צה'], 'צה"ל', []],
    ['Hebrew maqaf', ['צפון קוריאה'], 'צפון־קוריאה', ['צפון־קוריאה']],
    ['Hindi', ['उत्तर कोरिया'], '(उत्तर कोरिया) उत्तर कोरियाई', ['उत्तर कोरिया']],
  ]);
});

describe('endings', () => {
  holds([
    ['plural of an acronym', ['ICBM'], 'ICBMs ICBMs’ ICBMS', ['ICBMs', 'ICBMs']],
    ['plural of a designation', ['KN-23', 'F-16'], 'KN-23s F-16s', ['KN-23s', 'F-16s']],
    ['plural of several words', ['ballistic missile'], 'Ballistic-missiles', ['Ballistic-missiles']],
    [
      '-es',
      ['box', 'church', 'crisis pass', 'veto'],
      'boxes churches crisis passes vetoes',
      ['boxes', 'churches', 'crisis passes', 'vetoes'],
    ],
    ['-es only where English has it', ['sit', 'plan'], 'sites planes', []],
    ['-s after e', ['case', 'movie'], 'cases movies', ['cases', 'movies']],
    [
      '-ies',
      ['party congress', 'ally', 'military policy'],
      'allies, military policies',
      ['allies', 'military policies'],
    ],
    ['no -s after s', ['Paris', 'tax'], 'Pariss taxs', []],
    ['no plural of little words', ['Xi', 'ha', 'S', 'T'], 'Xis has Ss Ts', []],
    ['possessive is not marked', ['DPRK', 'Kim Jong Un'], "DPRK's Kim Jong-un’s", ['DPRK', 'Kim Jong-un']],
    ['possessive of the plural', ['worker'], 'workers’ party', ['workers']],
    [
      'apostrophe within a form',
      ["Workers' Party of Korea"],
      'the Workers’ Party of Korea’s',
      ['Workers’ Party of Korea'],
    ],
    [
      'an open possessive',
      ["Workers' Party"],
      'the Workers Party, Workers’ Party, Worker’s Party',
      ['Workers Party', 'Workers’ Party'],
    ],
    ['dotted finds undotted', ['D.P.R.K.', 'U.N. Command'], 'DPRK, UN Command', ['DPRK', 'UN Command']],
    ['undotted finds dotted', ['DPRK', 'UN'], 'the D.P.R.K. and U.N.', ['D.P.R.K.', 'U.N.']],
    ['dotted before an ellipsis', ['DPRK'], 'the D.P.R.K. ... D.P.R.K...', ['D.P.R.K.', 'D.P.R.K.']],
    ['dotted with endings', ['ICBM', 'DPRK'], 'I.C.B.M.s D.P.R.K.’s', ['I.C.B.M.s', 'D.P.R.K.']],
    ['dots in running text', ['am', 'no', 'it'], 'So a.m. n.o. i.t.', []],
    [
      'form with an abbreviation',
      ['Bureau No. 10', 'N. Korea'],
      'Bureau No. 10, N. Korea.',
      ['Bureau No. 10', 'N. Korea'],
    ],
    ['acronym with a comma', ['C.C., WPK'], 'of the CC, WPK', ['CC, WPK']],
  ]);
});

describe('case', () => {
  holds([
    ['capitals are exact', ['SPA', 'KN-23'], 'a spa, Spa, SPA, kn-23', ['SPA']],
    ['others fold', ['North Korea'], 'NORTH KOREA north korea', ['NORTH KOREA', 'north korea']],
    ['full-width capitals', ['DPRK'], 'ＤＰＲＫ ｄｐｒｋ', ['ＤＰＲＫ']],
    ['capitals of several words', ['WPK SPA'], 'WPK SPA, WPK spa', ['WPK SPA']],
    ['capitals that fold to several letters', ['STRASSE'], 'Straße STRASSE STRAẞE', ['STRASSE', 'STRAẞE']],
  ]);
  test('a form may ask for its exact spelling', () => {
    const form = { text: 'PoE', case: 'exact', when: 'always' } as const;
    expect(found([form], 'PoE poe POE PoEs PoES')).toEqual(['PoE', 'PoEs']);
  });
  test('a form may fold its capitals', () => {
    expect(found([{ text: 'NATO', case: 'fold', when: 'always' }], 'Nato NATO')).toEqual(['Nato', 'NATO']);
  });
});

describe('folding', () => {
  holds([
    [
      'diacritics',
      ['Pyongyang', 'Choe Sŏn-hŭi'],
      'Pyŏngyang Pyo\u0306ngyang, Choe Son Hui',
      ['Pyŏngyang', 'Pyo\u0306ngyang', 'Choe Son Hui'],
    ],
    ['a mark at the end is part of the match', ['Cafe'], 'Cafe\u0301!', ['Cafe\u0301']],
    ['ligatures', ['office'], 'the oﬃce.', ['oﬃce']],
    ['half a ligature is no match', ['f'], 'ﬀ', []],
    ['invisible characters', ['missile'], 'mis\u00adsile\u200b', ['mis\u00adsile']],
    ['trade marks', ['Kubernetes'], 'Kubernetes™ Kubernetes®', ['Kubernetes', 'Kubernetes']],
    [
      'Greek capitals have no accents',
      ['Βόρεια Κορέα'],
      'ΒΟΡΕΙΑ ΚΟΡΕΑ Βο\u0301ρεια Κορέα',
      ['ΒΟΡΕΙΑ ΚΟΡΕΑ', 'Βο\u0301ρεια Κορέα'],
    ],
    [
      'Cyrillic ё is often written е',
      ['Королёв'],
      'Королев Королёв Короле\u0308в',
      ['Королев', 'Королёв', 'Короле\u0308в'],
    ],
    ['Arabic alef without its hamza', ['الأمم المتحدة'], 'الامم المتحدة ا\u0654مم', ['الامم المتحدة']],
    ['Persian and Arabic letters', ['کره شمالی'], 'كره شمالي', ['كره شمالي']],
    ['Cyrillic й is no и', ['край'], 'краи край краи\u0306', ['край', 'краи\u0306']],
    [
      'nested and overlapping, all of them',
      ['SPA', 'SPA Standing Committee', 'Committee'],
      'SPA Standing Committee',
      ['SPA', 'SPA Standing Committee', 'Committee'],
    ],
  ]);
});
