import { readFileSync } from 'node:fs';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Popup } from '../../entrypoints/popup/popup.tsx';
import { words } from '../../entrypoints/popup/words.ts';
import { sourceOf } from '../browser/popup/fixture.ts';

const html = readFileSync(new URL('../../entrypoints/popup/index.html', import.meta.url), 'utf8');

/** What stands in the file, apart from how it is laid out there. */
function standing(): string {
  const body = /<body>(.*)<script/s.exec(html)?.[1] ?? '';
  return body.replace(/<!--.*?-->/gs, '').replace(/\s*\n\s*/g, '');
}

test('what is painted before the script has started is what the script draws first', () => {
  const first = renderToString(h(Popup, { source: sourceOf({ view: {} }), query: '' }));
  expect(standing()).toBe(first.replace(' value ', ' ').replaceAll('/>', '>'));
  expect(html).toContain(`<html lang="${words.language}">`);
});
