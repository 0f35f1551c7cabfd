import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, parsePattern } from '../../glossary/site-pattern.ts';
import {
  decidingRule,
  EVERY_SITE,
  hostPattern,
  isOn,
  managedRule,
  pagePattern,
  type SiteRules,
  withPage,
  withRule,
  withSite,
  withTrust,
} from '../../glossary/sites.ts';

const off = (...patterns: string[]): SiteRules => ({
  mode: 'except',
  rules: patterns.map((pattern) => ({ pattern, on: false })),
});

describe('a rule covers', () => {
  test.each([
    ['x.com', 'https://x.com/home', true],
    ['x.com', 'https://mobile.x.com/', true],
    ['x.com', 'https://netflix.com/', false],
    ['x.com', 'https://x.com.evil.org/', false],
    ['example.com', 'https://EXAMPLE.com./a', true],
    ['https://example.com/', 'http://www.example.com/a', true],
    ['*.example.com', 'https://example.com/', false],
    ['*.example.com', 'https://a.b.example.com/', true],
    ['example.com/a/b', 'https://example.com/a/b', true],
    ['example.com/a/b', 'https://example.com/a/b?utm=1#top', true],
    ['example.com/a/b', 'https://example.com/a/bc', false],
    ['example.com/news/*', 'https://example.com/news/2026/x', true],
    ['example.com/news/*', 'https://example.com/news', false],
    ['example.com/*?id=*', 'https://example.com/a?id=7', true],
    ['bücher.example', 'https://xn--bcher-kva.example/', true],
    ['example.com/한국', 'https://example.com/%ED%95%9C%EA%B5%AD', true],
    ['localhost:8080', 'http://localhost:8080/', true],
    ['localhost:8080', 'http://localhost:9090/', false],
    ['127.0.0.1', 'http://127.0.0.1:3000/x', true],
    ['0.0.1', 'http://127.0.0.1/', false],
    ['[::1]', 'http://[::1]/', true],
    ['file:', 'file:///home/me/a.html', true],
    ['file:///home/me/*', 'file:///home/me/a.html', true],
    ['file:', 'https://file/', false],
  ])('%s × %s: %s', (pattern, url, covered) => {
    expect(isOn(url, off(pattern))).toBe(!covered);
    expect(isOn(url, { mode: 'only', rules: [{ pattern, on: true }] })).toBe(covered);
  });
});

describe('a broken pattern is refused with a reason', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['exa mple.com', 'space'],
    ['ex*mple.com', '* can only stand first'],
    ['*', '* can only stand first'],
    ['me@example.com', 'user name'],
    ['a..b', 'two dots'],
    ['http://', 'empty'],
    ['<script>', 'not the name'],
    ['x'.repeat(3_000), 'longer than'],
  ])('%s', (pattern, reason) => {
    expect(parsePattern(pattern)).toEqual({ problem: expect.stringContaining(reason) });
    expect(isOn('https://example.com/', off(pattern, 'example.com'))).toBe(false);
  });
});

test('the most specific rule decides', () => {
  const sites: SiteRules = {
    mode: 'except',
    rules: [
      { pattern: 'example.com/news/*', on: true },
      { pattern: 'example.com', on: false },
      { pattern: 'blog.example.com', on: true },
      { pattern: 'blog.example.com/private', on: false },
    ],
  };
  const answers = ['', 'news/1'].map((path) => isOn(`https://example.com/${path}`, sites));
  expect(answers).toEqual([false, true]);
  expect(isOn('https://blog.example.com/', sites)).toBe(true);
  expect(isOn('https://blog.example.com/private', sites)).toBe(false);
});

test('a page that is no web page has no pattern', () => {
  expect(hostPattern('about:blank')).toBeUndefined();
  expect(hostPattern('chrome://settings')).toBeUndefined();
  expect(hostPattern('https://www.example.com:8443/a')).toBe('example.com:8443');
});

test('turning a site off and on again leaves no rule behind', () => {
  const rules = withRule(EVERY_SITE, 'example.com', false);
  expect(rules.rules).toEqual([{ pattern: 'example.com', on: false }]);
  expect(withRule(rules, 'Example.COM', true)).toEqual(EVERY_SITE);
});

test('a wild rule takes no long time', () => {
  const pattern = `example.com/${'*a'.repeat(900)}b`;
  expect(isOn(`https://example.com/${'a'.repeat(50_000)}`, off(pattern))).toBe(true);
});

const host = fc.constantFrom(
  'x.com',
  'a.x.com',
  'www.x.com',
  'b.a.x.com',
  'y.org',
  'localhost:80',
  'z.com/p',
  'z.com/*',
);
const sites = fc.record({
  mode: fc.constantFrom('except' as const, 'only' as const),
  rules: fc.array(fc.record({ pattern: host, on: fc.boolean() })),
});

test('the switch does what it says, whatever rules there are', () => {
  const url = fc.constantFrom(
    'https://x.com/',
    'https://b.a.x.com/q',
    'https://www.x.com/',
    'http://z.com/p',
    'file:///a',
  );
  fc.assert(
    fc.property(sites, url, fc.boolean(), (rules, at, on) => isOn(at, withSite(rules, at, on)) === on),
  );
});

test('the switch for one page does what it says, and leaves other pages of the host alone', () => {
  const url = fc.constantFrom(
    'https://x.com/a',
    'https://www.x.com/a?q=1',
    'http://z.com/p',
    'file:///a/b.html',
  );
  const others = ['https://x.com/', 'https://www.x.com/b', 'http://z.com/', 'file:///a/', 'https://y.org/a'];
  const plain = sites.map(({ mode, rules }) => ({
    mode,
    rules: rules.filter(({ pattern }) => !pattern.includes('*')),
  }));
  fc.assert(
    fc.property(plain, url, fc.boolean(), (rules, at, on) => {
      const next = withPage(rules, at, on);
      expect(isOn(at, next)).toBe(on);
      for (const other of others) expect([other, isOn(other, next)]).toEqual([other, isOn(other, rules)]);
    }),
  );
});

test('trust leaves a rule that says on, whatever rules there are', () => {
  const url = fc.constantFrom('https://x.com/', 'https://b.a.x.com/q', 'http://z.com/p');
  fc.assert(fc.property(sites, url, (rules, at) => decidingRule(at, withTrust(rules, at))?.on === true));
  expect(withTrust({ mode: 'except', rules: [] }, 'https://www.mail.example/in').rules).toEqual([
    { pattern: 'mail.example', on: true },
  ]);
});

test.each([
  ['https://www.x.com/a/b?q=1#c', 'www.x.com/a/b'],
  ['http://x.com:8080/a', 'x.com:8080/a'],
  ['http://x.com/?q=1', undefined],
  ['file:///home/me/a.html', 'file:/home/me/a.html'],
  ['about:blank', undefined],
])('the pattern of the page %s is %s', (url, pattern) => {
  expect(pagePattern(url)).toBe(pattern);
});

test('any string is a pattern or a problem, and canonical writing is stable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const parsed = parsePattern(text);
      if ('pattern' in parsed) expect(canonical(canonical(text))).toBe(canonical(text));
      isOn('https://example.com/', off(text));
    }),
  );
});

describe('what an organisation has laid down', () => {
  const sites: SiteRules = {
    ...off('news.example.com/a'),
    managed: { rules: [{ pattern: 'example.com', on: true }] },
  };

  test('decides before a more specific rule of the reader', () => {
    expect(isOn('https://news.example.com/a', sites)).toBe(true);
    expect(isOn('https://news.example.com/a', { ...sites, managed: { rules: [] } })).toBe(false);
    expect(managedRule('https://other.example/', sites)).toBeUndefined();
  });

  test('says what holds where no rule does', () => {
    const only: SiteRules = { ...off(), managed: { mode: 'only', rules: [] } };
    expect(isOn('https://other.example/', only)).toBe(false);
    expect(isOn('https://other.example/', withSite(only, 'https://other.example/', true))).toBe(true);
  });

  test.each([true, false])('cannot be turned %s by the reader', (on) => {
    expect(withSite(sites, 'https://news.example.com/a', on)).toBe(sites);
  });
});
