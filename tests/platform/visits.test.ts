import { expect, test } from 'vitest';
import type { ReaderWord } from '../../entrypoints/background/reader-word.ts';
import { visitOf } from '../../entrypoints/background/visits.ts';
import { USUAL_SETTINGS } from '../../entrypoints/platform/settings.ts';
import { EVERY_SITE, withTrust } from '../../glossary/sites.ts';

const word = (parts: Partial<ReaderWord> = {}): ReaderWord => ({
  settings: USUAL_SETTINGS,
  sites: EVERY_SITE,
  hidden: [],
  known: [],
  choices: {},
  ...parts,
});
const trusted = (url: string) => word({ sites: withTrust(EVERY_SITE, url) });
const bold = word({ settings: { ...USUAL_SETTINGS, quietOnSecrets: false } });

test.each<[string, string, ReaderWord, string]>([
  ['a news site', 'https://news.example/', word(), 'on'],
  ['mail', 'https://mail.google.com/mail/u/0/', word(), 'quiet'],
  ['a bank', 'https://www.chase.com/', word(), 'quiet'],
  ['a bank below its host', 'https://secure.chase.com/login', word(), 'quiet'],
  ['a bank by its full name', 'https://chase.com./', word(), 'quiet'],
  ['what only sounds like a bank', 'https://notchase.com/', word(), 'on'],
  ['a bank that the reader turned on', 'https://www.chase.com/', trusted('https://www.chase.com/'), 'on'],
  ['a bank, with the setting off', 'https://www.chase.com/', bold, 'on'],
  [
    'a bank, with the master switch off',
    'https://chase.com/',
    word({ settings: { ...USUAL_SETTINGS, everywhere: false } }),
    'everywhere-off',
  ],
])('on %s', (_, url, said, state) => {
  expect(visitOf(url, said).state).toBe(state);
});

test.each<[string, string, ReaderWord, boolean]>([
  ['usually', 'https://shop.example/', word(), true],
  [
    'not where the reader turned the site on',
    'https://shop.example/',
    trusted('https://shop.example/'),
    false,
  ],
  ['not with the setting off', 'https://shop.example/', bold, false],
])('a page looks out for secrets: %s', (_, url, said, wary) => {
  expect(visitOf(url, said).wary).toBe(wary);
});
