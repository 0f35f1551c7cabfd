/** What each precision of a date shows: a year, a month, a day. */
const SHOWN: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

/**
 * A date of an entry in the words of a language, no more precise than it is given; what is no date
 * comes back as it is.
 *
 * @example
 * readableDate('2026-02', 'en') // 'February 2026'
 */
export function readableDate(date: string, language: string): string {
  const parts = date.split('-');
  const shown = SHOWN[parts.length - 1];
  const time = Date.parse(date);
  if (shown === undefined || Number.isNaN(time)) return date;
  // In UTC, as the date was read: elsewhere the first of a month may become the last of the one before.
  return new Intl.DateTimeFormat(language, { ...shown, timeZone: 'UTC' }).format(time);
}

/** The reader's own way to write dates if it is in the language of our words, else the usual one of that language. */
export function dateLanguage(words: string, reader: string): string {
  return reader.split('-')[0] === words.split('-')[0] ? reader : words;
}
