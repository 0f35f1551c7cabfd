import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { KIND } from './launch/ground.ts';
import { ROOT } from './launch/open-browser.ts';

/** Bytes, packed: every document and frame reads it. */
const CONTENT_SCRIPT = 30_000;

test('the content script keeps to its budget', () => {
  const folder = KIND === 'firefox' ? 'firefox-mv3' : 'chrome-mv3';
  const script = readFileSync(join(ROOT, '.output', folder, 'content-scripts/content.js'));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThan(CONTENT_SCRIPT);
});
