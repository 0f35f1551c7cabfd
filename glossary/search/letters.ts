/** What a character does to the words of a name or a query. */
export const SEPARATES = 1;
/** Leaves no trace: marks, apostrophes, soft hyphens, zero-width characters. */
export const DROPS = 2;
/** A dot: parts words, but not the letters of an acronym. */
export const DOT = 3;
export const LETTER = 4;
/** A word of its own: scripts that put no spaces between words, emoji, arrows. */
export const ALONE = 5;
/** Begins a Korean syllable, which is a word of its own … */
export const SYLLABLE = 6;
/** … and goes on with it. */
export const VOWEL_OR_TAIL = 7;

const SEPARATING_ASCII = /[^a-z0-9+#$'.]/;
/** First and last of the marks of Latin, Greek, Cyrillic, Hebrew, Arabic and Kana, and of apostrophes. */
const DROPPED = [
  [0x00b4, 0x00b4],
  [0x02bb, 0x02bf],
  [0x0300, 0x036f],
  [0x0591, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x2018, 0x2019],
  [0x201b, 0x201b],
  [0x20d0, 0x20ff],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
] as const;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Kinds of the code units seen so far; 0 where none was asked for yet. */
const kinds = new Uint8Array(0x1_0000);

/** The kind of a character of text in lower case and NFKD. */
export function kindOf(point: number): number {
  if (point > 0xffff) return findKind(point);
  const known = kinds[point] ?? 0;
  if (known !== 0) return known;
  const found = findKind(point);
  kinds[point] = found;
  return found;
}

function findKind(point: number): number {
  const character = String.fromCodePoint(point);
  if (character === '.') return DOT;
  if (character === "'") return DROPS;
  if (point < 0x80) return SEPARATING_ASCII.test(character) ? SEPARATES : LETTER;
  if (isDropped(point) || /\p{Cf}/u.test(character)) return DROPS;
  if (point >= FIRST_LEAD && point < FIRST_LEAD + LEADS.length) return SYLLABLE;
  if (jamoOf(point) !== undefined) return VOWEL_OR_TAIL;
  if (/\p{M}/u.test(character)) return LETTER;
  if (UNSPACED.test(character) || /\p{S}/u.test(character)) return ALONE;
  // Half of a pair is no character, but two names that differ in it still differ.
  return /[\p{L}\p{N}\p{Cs}]/u.test(character) ? LETTER : SEPARATES;
}

function isDropped(point: number): boolean {
  return DROPPED.some(([first, last]) => point >= first && point <= last);
}

const FIRST_LEAD = 0x1100;
const FIRST_VOWEL = 0x1161;
const FIRST_TAIL = 0x11a8;
const LEADS = 'ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ');
const VOWELS = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const TAILS =
  'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(
    ' ',
  );

/**
 * The keys one presses for a part of a Korean syllable. Counting keys and not syllables makes what stands
 * in the field while one types (조 → 좃 → 조서 → 조선) a prefix of the name, always.
 */
export function jamoOf(point: number): string | undefined {
  return LEADS[point - FIRST_LEAD] ?? VOWELS[point - FIRST_VOWEL] ?? TAILS[point - FIRST_TAIL];
}

const SPELLED = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ł: 'l',
    þ: 'th',
    ħ: 'h',
    ı: 'i',
    ς: 'σ',
  }),
);

/** Letters that one types otherwise and that no decomposition takes apart. */
export function spellingOf(character: string): string {
  return SPELLED.get(character) ?? character;
}
