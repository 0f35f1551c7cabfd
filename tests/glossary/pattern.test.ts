import { expect, test } from 'vitest';
import { caseRule, unmatchable } from '../../glossary/pattern.ts';

test.each([
  ['empty', '', /more than spaces/],
  ['spaces', ' \n\u00a0', /more than spaces/],
  ['hyphens', '—', /more than spaces/],
  ['invisible', '\u200b\u00ad\ufeff', /more than spaces/],
  ['signs', '…!?', /letter or digit/],
  ['lone surrogate', '\ud800', /letter or digit/],
  ['emoji', '😀', /letter or digit/],
  ['ten thousand characters', 'x'.repeat(10_000), /at most 256 characters/],
  ['five million characters', 'x y '.repeat(1_250_000), /at most 256 characters/],
  ['too many words', 'a '.repeat(60), /at most 48 words/],
])('%s can never match, and why', (_what, text, reason) => {
  expect(unmatchable(text)).toMatch(reason);
});

test.each(['DPRK', 'C++', '.NET', '조선', '朝', 'x', "Workers' Party", '№ 5', '\u00adx'])(
  '%s can match',
  (text) => {
    expect(unmatchable(text)).toBeUndefined();
  },
);

test.each([
  ['SPA', 'exact'],
  ['KN-23', 'exact'],
  ['D.P.R.K.', 'exact'],
  ['КНДР', 'exact'],
  ['WPK SPA', 'exact'],
  ['PoE', 'fold'],
  ['20x10', 'fold'],
  ['North Korea', 'fold'],
  ['조선', 'fold'],
  ['5,000', 'fold'],
  ['', 'fold'],
])('%s has the case rule %s', (text, rule) => {
  expect(caseRule(text)).toBe(rule);
});
