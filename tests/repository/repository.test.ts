import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const files = sourceFiles('bin', 'glossary', 'entrypoints', 'tests');

/** Which rooms a room may import from, besides itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  bin: ['glossary'],
  glossary: [],
  'entrypoints/platform': ['glossary'],
  'entrypoints/ui': ['glossary'],
  'entrypoints/background': ['entrypoints/platform', 'glossary'],
  'entrypoints/content': ['entrypoints/platform', 'glossary'],
  'entrypoints/popup': ['entrypoints/platform', 'entrypoints/ui', 'glossary'],
  'entrypoints/options': ['entrypoints/platform', 'entrypoints/ui', 'glossary'],
  'entrypoints/subscribe': ['entrypoints/platform', 'entrypoints/ui', 'glossary'],
  'entrypoints/welcome': ['entrypoints/platform', 'entrypoints/ui', 'glossary'],
};

const roomOf = (path: string) =>
  Object.keys(ARROWS).find((room) => path.startsWith(`${room}/`)) ?? path.split('/')[0];

describe('the arrows between rooms', () => {
  test.each(Object.entries(ARROWS))('%s imports from nowhere else than it may', (room, allowed) => {
    const own = files.filter((file) => roomOf(file.path) === room);
    const wrong = own.flatMap((file) =>
      file.imports
        .filter((path) => !path.startsWith('assets/'))
        .filter((path) => ![room, ...allowed].includes(roomOf(path) ?? ''))
        .map((path) => `${file.path} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing imports tests', () => {
    const wrong = files.filter(
      ({ path, imports }) => !path.startsWith('tests/') && imports.some((one) => one.startsWith('tests/')),
    );
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  test('the domain knows no browser, document, clock or randomness', () => {
    const reaches =
      /\b(document|window|browser|chrome|localStorage|Date\.now|Math\.random|performance)\b[.(]/;
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '');
    const wrong = files.filter(({ path, text }) => path.startsWith('glossary/') && reaches.test(code(text)));
    expect(wrong.map((file) => file.path)).toEqual([]);
  });
});

const own = files.filter(({ path }) => !path.startsWith('tests/'));

test('a file is one idea: no more than 250 lines', () => {
  const long = files.filter(({ text }) => text.split('\n').length > 251);
  expect(long.map((file) => file.path)).toEqual([]);
});

test.each([
  ['markup made from text', /\binnerHTML\s*=|outerHTML\s*=|insertAdjacentHTML|document\.write\(/],
  ['code made from text', /\beval\(|new Function\(/],
  ['suppressed complaints', /@ts-(ignore|expect-error|nocheck)|biome-ignore/],
  ['an empty catch', /catch\s*(\([^)]*\))?\s*\{\s*\}/],
])('there is no %s', (_, pattern) => {
  expect(own.filter(({ text }) => pattern.test(text)).map((file) => file.path)).toEqual([]);
});

test('nothing is left of a merge', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md'].map((path) => ({
    path,
    text: readFileSync(path, 'utf8'),
  }));
  const wrong = [...files, ...documents].filter(({ text }) => /^(<{7}|>{7}) /m.test(text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('mark.js is known in one place', () => {
  const users = own
    .filter(({ path, text }) => !path.endsWith('.d.ts') && /from 'mark\.js/.test(text))
    .map((file) => file.path);
  expect(users.length).toBeLessThanOrEqual(1);
});

test('browser.* is used by the platform and the background only', () => {
  const users = own.filter(({ text }) => /from 'wxt\/browser'/.test(text)).map((file) => file.path);
  expect(users.filter((path) => !/^entrypoints\/(platform|background)\//.test(path))).toEqual([]);
});

test('no room is a bag of things', () => {
  expect(
    files.map((file) => file.path).filter((path) => /\/(utils?|helpers?|common|misc)[./]/.test(path)),
  ).toEqual([]);
});

test('tests neither sleep nor try again', () => {
  const pattern = new RegExp(
    ['waitForTimeout', 'setTimeout\\((r|resolve|done)\\b', '\\bretry:', '\\.only\\('].join('|'),
  );
  const tests = files.filter(({ path }) => path.startsWith('tests/') && !path.startsWith('tests/bench/'));
  expect(tests.filter(({ text }) => pattern.test(text)).map((file) => file.path)).toEqual([
    'tests/repository/repository.test.ts',
  ]);
});
