import { expect, test } from 'vitest';
import { toggled } from '../../entrypoints/background/toggled.ts';
import { decidingRule, EVERY_SITE, isOn, type SiteRules, withSite } from '../../glossary/sites.ts';

const NEWS = 'https://news.example/a';
const BANK = 'https://www.chase.com/';
const off = (url: string): SiteRules => withSite(EVERY_SITE, url, false);
const trusted = (url: string): SiteRules =>
  toggled(off(url), { url, resting: 'secrets', quietOnSecrets: true });

test.each<[string, SiteRules, string, 'off' | 'secrets' | 'hushed' | undefined, boolean]>([
  ['a page with terms goes off', EVERY_SITE, NEWS, undefined, false],
  ['a page that is off comes on', off(NEWS), NEWS, 'off', true],
  ['a bank, quiet by itself, comes on', EVERY_SITE, BANK, 'secrets', true],
  ['a bank that has not told yet comes on', EVERY_SITE, BANK, undefined, true],
  ['a bank that is off comes on', off(BANK), BANK, 'off', true],
  ['a bank that is on goes off', trusted(BANK), BANK, undefined, false],
  ['a page with a password field comes on', EVERY_SITE, NEWS, 'secrets', true],
  ['a page with a password field in a frame comes on', EVERY_SITE, NEWS, 'hushed', true],
])('%s', (_, sites, url, resting, on) => {
  const next = toggled(sites, { url, resting, quietOnSecrets: true });
  expect(isOn(url, next)).toBe(on);
  // Quiet ends only where a rule says on.
  if (on && (url === BANK || resting !== 'off')) expect(decidingRule(url, next)?.on).toBe(true);
});

test('where it is never quiet, a bank goes off and on like any site', () => {
  const off = toggled(EVERY_SITE, { url: BANK, resting: undefined, quietOnSecrets: false });
  expect(isOn(BANK, off)).toBe(false);
  expect(toggled(off, { url: BANK, resting: 'off', quietOnSecrets: false }).rules).toEqual([]);
});
