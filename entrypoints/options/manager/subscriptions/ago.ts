const UNITS = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
] as const;
const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/**
 * A time as seen from another, both in milliseconds.
 *
 * @example relative(0, 3 * 60 * 60_000) // '3 hours ago'
 */
export function relative(time: number, now: number): string {
  const distance = time - now;
  const found = UNITS.find(([, length]) => Math.abs(distance) >= length);
  if (found === undefined) return distance > 0 ? 'within a minute' : 'just now';
  const [unit, length] = found;
  return words.format(Math.trunc(distance / length), unit);
}
