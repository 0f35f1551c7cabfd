/** Characters of a long text that its hash looks at. */
const LOOKED_AT = 96;

/**
 * A 32-bit number that stands for a text (FNV-1a). Of a long text only its length and evenly spread
 * characters count: enough to tell the passages of one page apart, at the same price for every length.
 *
 * @example hashOf('KCNA') === hashOf('KCNA')
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5 ^ text.length;
  const step = text.length > LOOKED_AT ? text.length / LOOKED_AT : 1;
  for (let at = 0; at < text.length; at += step) {
    hash = Math.imul(hash ^ text.charCodeAt(at | 0), 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
