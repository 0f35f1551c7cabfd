import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFile } from '../../../glossary/files/check.ts';
import { readPacks } from '../../packs/read-packs.ts';
import { bytes, bytesOf, FIXTURES } from './fixture.ts';

const told = (name: string, text: string) =>
  checkFile(name, bytes(text)).complaints.map(
    ({ effect, line, where, found, expected }) =>
      `${effect} ${line ?? '-'} ${where}: ${found}, not ${expected}`,
  );
const file = (part: string, entries = '') =>
  `{"format":1,"id":"g","title":"G","version":"1"${part},\n"entries":[${entries}]}`;

describe('a file before it is published', () => {
  test.each(readPacks())('is right where it is one of ours: $name', ({ name, json }) => {
    expect(told(name, JSON.stringify(json))).toEqual([]);
  });

  test.each(FIXTURES)('is known for what it is: $file', ({ file: name, format }) => {
    expect(checkFile(name, bytesOf(name))).toMatchObject({ format, found: expect.any(String) });
  });

  test.each<[string, string, string]>([
    [
      'a missing title',
      '{"format":1,"id":"g","version":"1","entries":[]}',
      'skipped - title: nothing, not a glossary with "title"',
    ],
    ['another format', file('').replace('1', '2'), 'skipped - format: 2, not format 1'],
    [
      'no version',
      file('').replace(',"version":"1"', ''),
      'noted - version: nothing, not a version, by which readers see that something is new',
    ],
    [
      'an address that is none',
      file(',"homepage":"javascript:alert(1)"'),
      'skipped - homepage: "javascript:alert(1)", not an address that begins with https:// or http://',
    ],
    [
      'an entry without a definition',
      file('', '\n{"id":"a","term":"A"}'),
      'skipped 3 entry "a" › definition: nothing, not an entry with "definition"',
    ],
    [
      'a form that no page can have',
      file('', '{"id":"a","term":"A","definition":"d","forms":["--"]}'),
      'skipped 2 entry "a" › forms[0]: "--", not text with at least one letter or digit',
    ],
    [
      'a relation to nowhere',
      file('', '{"id":"a","term":"A","definition":"d","related":["b","x/y"]}'),
      'noted - entry "a" › related: "b", not the id of an entry in this file, or glossary/entry',
    ],
    [
      'a web page',
      '<!doctype html><html>',
      'skipped - the file: a web page, not JSON, CSV, TSV, TBX, SKOS (Turtle or RDF/XML), or a Yomitan dictionary',
    ],
  ])('has it said: %s', (_, text, complaint) => {
    expect(told('g.json', text)).toContain(complaint);
  });
});

describe('the checker that others run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-check-'));
  const root = join(import.meta.dirname, '../../..');
  const program = join(folder, 'glossator-check.mjs');
  const run = (...words: string[]) => spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  beforeAll(() => {
    // As `npm run prepare` does, into a folder where none of our packages are.
    const rolldown = join(root, 'node_modules/rolldown/bin/cli.mjs');
    const words = ['bin/glossator-check.ts', '--file', program, '--platform', 'node', '--logLevel', 'silent'];
    execFileSync(process.execPath, [rolldown, ...words], { cwd: root });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('says that all is well, and ends with 0', () => {
    const { stdout, stderr, status } = run(
      put('good.json', file('', '{"id":"a","term":"A","definition":"d"}')),
    );
    expect([stdout.trim(), stderr, status]).toEqual([
      `${join(folder, 'good.json')}: a glossary in JSON, 1 entry, 0 left out: all is well`,
      '',
      0,
    ]);
  });

  test('says where something is wrong so that an editor can go there, and ends with 1', () => {
    const path = put('bad.csv', 'id,term,definition\na,One,first\nb,Two,\n');
    const { stderr, status } = run(path);
    expect([stderr.trim(), status]).toEqual([
      `${path}:3: error: row "Two": expected a definition or note in en, found none for "Two"`,
      1,
    ]);
  });

  test('reports to programs as JSON', () => {
    const { stdout, status } = run('--json', put('bad.json', file('', '{"id":"a","term":"A"}')));
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        {
          format: 'json',
          tally: { entries: 0, skipped: 1 },
          complaints: [{ line: 2, where: 'entry "a" › definition' }],
        },
      ],
    });
    expect(status).toBe(1);
  });

  test('takes notes for errors only when asked to', () => {
    const path = put('note.json', file('').replace(',"version":"1"', ''));
    expect([run(path).status, run('--strict', path).status]).toEqual([0, 1]);
  });

  test.each([[['nowhere.json']], [[]], [['--bogus', 'x.json']]])(
    'ends with 2 when it cannot begin: %j',
    (words) => {
      expect(run(...words).status).toBe(2);
    },
  );
});
