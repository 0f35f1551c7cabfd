import { expect, test } from 'vitest';
import {
  ARABIC,
  classOf,
  HANGUL,
  HEBREW,
  LATIN,
  LOWER_CASE,
  MARK,
  OTHER,
  SPACE,
  UNSPACED,
  UPPER_CASE,
  WORD,
} from '../../glossary/characters.ts';

test.each([
  ['a Latin letter', 'ö', WORD | LATIN | LOWER_CASE],
  ['a Latin capital', 'Ö', WORD | LATIN | UPPER_CASE],
  ['a Cyrillic capital', 'Д', WORD | UPPER_CASE],
  ['a digit of another script', '३', WORD],
  ['a vowel sign', 'ि', WORD | MARK],
  ['Hangul', '한', HANGUL],
  ['Han', '北', UNSPACED],
  ['Arabic', 'ك', ARABIC],
  ['Hebrew', 'ש', HEBREW],
  ['a space of another width', '\u3000', SPACE],
  ['a quotation mark', '“', OTHER],
  ['half of a pair', '\ud83d', OTHER],
])('the class of %s', (_, character, expected) => {
  expect(classOf(character.codePointAt(0) ?? 0)).toBe(expected);
});

test('the classes of ASCII, which are not asked of Unicode, are those that it would tell', () => {
  const told = (character: string): number => {
    if (/\p{White_Space}/u.test(character)) return SPACE;
    if (/\p{Ll}/u.test(character)) return WORD | LATIN | LOWER_CASE;
    if (/\p{Lu}/u.test(character)) return WORD | LATIN | UPPER_CASE;
    return /[\p{L}\p{M}\p{N}]/u.test(character) ? WORD : OTHER;
  };
  for (let unit = 0; unit < 0x80; unit++) {
    const character = String.fromCharCode(unit);
    expect([character, classOf(unit)]).toEqual([character, told(character)]);
  }
});
