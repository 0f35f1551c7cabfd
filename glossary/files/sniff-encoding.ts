/** Bytes that are enough to see whether every second one is zero. */
const LOOKED_AT = 64;

/**
 * The encoding that the beginning of a file speaks for: its byte order mark, the zero bytes of UTF-16, or
 * its XML declaration. `undefined` where nothing says so, and then it is UTF-8 or something old.
 */
export function sniffEncoding(bytes: Uint8Array): string | undefined {
  const [a = -1, b = -1, c = -1] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return byZeros(bytes) ?? declared(bytes);
}

/** Mostly Latin text in UTF-16 has a zero in every second byte. */
function byZeros(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, LOOKED_AT);
  const pairs = head.length >> 1;
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (const [at, byte] of head.entries()) {
    if (byte === 0 && at % 2 === 0) even++;
    if (byte === 0 && at % 2 === 1) odd++;
  }
  if (odd * 2 > pairs && even === 0) return 'utf-16le';
  return even * 2 > pairs && odd === 0 ? 'utf-16be' : undefined;
}

function declared(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  const encoding = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  // Some programs declare UTF-16 and save something else: the declaration could be read, so it is not that.
  return encoding && /^utf-?16|^ucs-?2/i.test(encoding) ? undefined : encoding;
}
