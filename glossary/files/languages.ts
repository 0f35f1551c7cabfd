import { primaryTag } from '../language.ts';

const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** A language tag as a file writes it (`en_US` too), or nothing where it is none. */
export function languageTag(written: string | undefined): string | undefined {
  const tag = written?.trim().replaceAll('_', '-') ?? '';
  return TAG.test(tag) ? tag : undefined;
}

/**
 * Whether something in one language serves where another is asked for: `en-US` and `en` serve for `en`,
 * `en` serves for `en-US`, `en-GB` does not. What names no language serves for any.
 */
export function serves(tag: string | undefined, wanted: string): boolean {
  if (tag === undefined) return true;
  const own = tag.toLowerCase();
  const other = wanted.toLowerCase();
  if (own === other) return true;
  return primaryTag(own) === primaryTag(other) && (own === primaryTag(own) || other === primaryTag(other));
}

/** Names of languages as people write them over columns: English first, then their own. */
const NAMES: Readonly<Record<string, string>> = {
  ar: 'arabic العربية',
  bg: 'bulgarian български',
  ca: 'catalan català',
  cs: 'czech čeština česky',
  cy: 'welsh cymraeg',
  da: 'danish dansk',
  de: 'german deutsch',
  el: 'greek ελληνικά',
  en: 'english englisch anglais inglés inglese',
  es: 'spanish español castellano',
  et: 'estonian eesti',
  eu: 'basque euskara',
  fa: 'persian farsi فارسی',
  fi: 'finnish suomi',
  fr: 'french français französisch',
  ga: 'irish gaeilge',
  gl: 'galician galego',
  he: 'hebrew עברית',
  hi: 'hindi हिन्दी',
  hr: 'croatian hrvatski',
  hu: 'hungarian magyar',
  id: 'indonesian',
  is: 'icelandic íslenska',
  it: 'italian italiano',
  ja: 'japanese 日本語',
  ko: 'korean 한국어',
  la: 'latin',
  lt: 'lithuanian lietuvių',
  lv: 'latvian latviešu',
  mt: 'maltese malti',
  nb: 'bokmål',
  nl: 'dutch nederlands',
  no: 'norwegian norsk',
  pl: 'polish polski',
  pt: 'portuguese português',
  ro: 'romanian română',
  ru: 'russian русский',
  sk: 'slovak slovenčina',
  sl: 'slovenian slovene slovenščina',
  sq: 'albanian shqip',
  sr: 'serbian српски srpski',
  sv: 'swedish svenska',
  th: 'thai ไทย',
  tr: 'turkish türkçe',
  uk: 'ukrainian українська',
  vi: 'vietnamese',
  zh: 'chinese 中文 mandarin',
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([tag, names]) =>
    names.split(' ').map((name): [string, string] => [name, tag]),
  ),
);

/** The language that a word over a column names: `German`, `deutsch`, `DE`, `de-AT`. */
export function languageNamed(word: string): string | undefined {
  const plain = word.trim().toLowerCase();
  const named = BY_NAME.get(plain);
  if (named !== undefined) return named;
  // "id" over a column is hardly ever Indonesian.
  const primary = primaryTag(plain.replaceAll('_', '-'));
  const known = primary !== 'id' && Object.hasOwn(NAMES, primary);
  if (!known || !/^[a-z]{2}([-_][a-z0-9]{2,8})*$/.test(plain)) return undefined;
  return languageTag(word)?.replace(/^[A-Z]+/, (letters) => letters.toLowerCase());
}
