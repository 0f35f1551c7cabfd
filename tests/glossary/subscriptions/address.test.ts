import { describe, expect, test } from 'vitest';
import {
  hostPermission,
  isGlossaryPage,
  subscriptionAddress,
} from '../../../glossary/subscriptions/address.ts';

describe('the address of a shared glossary', () => {
  test.each([
    ['https://example.org/words.glossary.json', 'https://example.org/words.glossary.json'],
    ['  https://example.org/a#part ', 'https://example.org/a'],
    ['example.org/words.csv', 'https://example.org/words.csv'],
    ['example.org:8443/words.csv', 'https://example.org:8443/words.csv'],
    ['HTTPS://EXAMPLE.org/A?b=c', 'https://example.org/A?b=c'],
    ['http://localhost:8000/a.json', 'http://localhost:8000/a.json'],
    ['http://127.0.0.1:8000/a.json', 'http://127.0.0.1:8000/a.json'],
    ['web+glossator:https://example.org/a?b=c&d', 'https://example.org/a?b=c&d'],
    ['WEB+glossator://example.org/a', 'https://example.org/a'],
    ['https://例え.example/用語.json', 'https://xn--r8jz45g.example/%E7%94%A8%E8%AA%9E.json'],
  ])('%s is kept as %s', (text, url) => {
    expect(subscriptionAddress(text)).toEqual({ url });
  });

  test.each([
    '',
    '   ',
    'http://example.org/a.json',
    'http://127.0.0.1.example.org/',
    'http://localhost.example.org/',
    'http://192.168.0.1/a.json',
    'ftp://example.org/a.json',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:application/json,{}',
    'web+glossator:http://example.org/a',
    'web+glossator:javascript:alert(1)',
    'https://user:secret@example.org/a.json',
    'https://',
    `https://example.org/${'a'.repeat(2_000)}`,
  ])('%s is refused', (text) => {
    expect(subscriptionAddress(text)).toEqual({ problem: expect.stringMatching(/\w/) });
  });

  test('takes the permission for its host, whatever the port', () => {
    expect(hostPermission('https://example.org:8443/a/b?c')).toBe('https://example.org/*');
    expect(hostPermission('http://127.0.0.1:8000/a')).toBe('http://127.0.0.1/*');
  });
});

test.each([
  ['https://example.org/team.glossary.json', true],
  ['https://example.org/team.Glossary.JSON?v=2#top', true],
  ['http://localhost:80/team.glossary.json', true],
  ['http://example.org/team.glossary.json', false],
  ['https://example.org/glossary.json', false],
  ['https://example.org/?a=.glossary.json', false],
  ['file:///home/team.glossary.json', false],
  ['nonsense', false],
])('%s is offered: %s', (url, offered) => {
  expect(isGlossaryPage(url)).toBe(offered);
});
