import { expect, test } from 'vitest';
import { chooser, type SenseChoices } from '../../glossary/choices.ts';

const choices: SenseChoices = {
  '*': { 'g/rgb': 'never', '#SPA': 'never' },
  'example.com': { 'g/rgb': 'always', 'g/spa': 'never', 'g/spa#SPA': 'always' },
  'news.example.com': { '#RGB': 'never' },
};

test.each([
  ['everywhere', 'https://other.org/', 'g/rgb', 'RGB', 'never'],
  ['a form, whatever it means', 'https://other.org/', 'g/spa', 'SPA', 'never'],
  ['the site before everywhere', 'https://example.com/a', 'g/rgb', 'RGB', 'always'],
  ['a site with its subdomains', 'https://www.example.com/', 'g/rgb', 'RGB', 'always'],
  ['the nearer host first', 'https://news.example.com/', 'g/rgb', 'RGB', 'never'],
  ['the narrower target first', 'https://example.com/', 'g/spa', 'SPA', 'always'],
  ['an entry with all its forms', 'https://example.com/', 'g/spa', 'rubber-stamp parliament', 'never'],
  ['nothing said', 'https://example.com/', 'g/kpa', 'KPA', undefined],
  ['a page without a host', 'about:blank', 'g/rgb', 'RGB', 'never'],
  ['no address at all', '', 'g/rgb', 'RGB', 'never'],
] as const)('%s', (_, url, ref, form, expected) => {
  expect(chooser(choices, url)(ref, form)).toBe(expected);
});

test('no choices, nothing chosen', () => {
  expect(chooser(undefined, 'https://example.com/')('g/rgb', 'RGB')).toBeUndefined();
});

test('what is not the own property of a stored table is no choice', () => {
  expect(chooser(JSON.parse('{"*":{}}'), 'https://constructor/')('constructor', 'toString')).toBeUndefined();
});
