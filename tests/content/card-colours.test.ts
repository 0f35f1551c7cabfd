import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** WCAG 2.2, 1.4.3: text of ordinary size. */
const LEAST_CONTRAST = 4.5;

const css = readFileSync(new URL('../../assets/card.css', import.meta.url), 'utf8');

/** The colours named in a scheme's block. */
function colours(scheme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const block = scheme === 'light' ? light : dark.slice(0, dark.indexOf('@media'));
  return new Map(
    [...block.matchAll(/--(\w+): (#[0-9a-f]{3,6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Relative luminance as WCAG defines it. */
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const pairs = (['light', 'dark'] as const).flatMap((scheme) =>
  [
    ['ink', 'paper'],
    ['quiet', 'paper'],
    ['link', 'paper'],
    ['ink', 'touch'],
  ].map(([text = '', ground = '']) => [scheme, text, ground] as const),
);

test.each(pairs)('in the %s scheme, %s on %s can be read', (scheme, text, ground) => {
  const named = colours(scheme);
  expect(contrast(named.get(text) ?? '', named.get(ground) ?? '')).toBeGreaterThanOrEqual(LEAST_CONTRAST);
});
