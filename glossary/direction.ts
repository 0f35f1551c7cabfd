/** Languages written from right to left whose script needs no saying. */
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);
const RIGHT_TO_LEFT_SCRIPT = /-(arab|hebr|thaa|syrc|nkoo)\b/i;
const OTHER_SCRIPT = /-[a-z]{4}\b/i;

/**
 * The direction in which a language is written, by its BCP 47 tag.
 *
 * @example
 * directionOf('ar-EG') // 'rtl'
 */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  if (RIGHT_TO_LEFT_SCRIPT.test(tag)) return 'rtl';
  if (OTHER_SCRIPT.test(tag)) return 'ltr';
  return RIGHT_TO_LEFT.has(tag.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}
