import type { Glossary } from '../entry.ts';
import { quoted } from './complaint.ts';
import type { Findings } from './concept.ts';
import { Decoding } from './decoding.ts';
import { JsonPieces } from './json-pieces.ts';
import { headOf, rawEntryOf } from './raw-entry.ts';
import { readWith } from './reader.ts';
import type { GlossaryReader, Head, ReadOptions, Surveyor } from './reading.ts';
import { surveyWith } from './survey.ts';

const HEAD = new Set(['id', 'title', 'version', 'language', 'license', 'homepage', 'context']);
/** How often a broken piece is tried again with less of its end. */
const TRIES = 4;

/** Reads a glossary file in JSON, format 1, or a bare list of entries. */
export function jsonReader(options: ReadOptions = {}): GlossaryReader {
  return readWith((findings) => parser(findings, options.encoding), options);
}

/** Says what a glossary file in JSON holds. */
export function jsonSurveyor(encoding?: string): Surveyor {
  return surveyWith((findings) => parser(findings, encoding));
}

/** Writes format 1, the format that holds everything. */
export function* writeJson(glossary: Glossary): Generator<string> {
  yield `${JSON.stringify({ format: 1, ...headOf(glossary) }, null, 2).slice(0, -2)},\n  "entries": [`;
  let before = '\n';
  for (const entry of glossary.entries) {
    yield `${before}${indented(JSON.stringify(rawEntryOf(entry), null, 2))}`;
    before = ',\n';
  }
  yield '\n  ]\n}\n';
}

// Not by the start of lines: a text may hold U+2028, which is one too.
const indented = (json: string) => `    ${json.replaceAll('\n', '\n    ')}`;

function parser(findings: Findings, encoding: string | undefined): Decoding {
  const pieces = new JsonPieces({
    member: (text, line) => takeMember(text, line, findings),
    item: (text, line) => takeItem(text, line, findings),
    stray: (found, expected, line) =>
      findings.complain({ effect: 'skipped', line, where: 'the file', found, expected }),
  });
  const end = () => {
    pieces.end();
    if (pieces.sawItems) return;
    const expected = 'a list "entries"';
    findings.complain({ effect: 'skipped', where: 'the file', found: 'no entries', expected });
  };
  return new Decoding({ write: (text) => pieces.write(text), end }, findings.complain, encoding);
}

function takeMember(text: string, line: number, { head, complain }: Findings): void {
  const read = parsed(`{${text}}`);
  if ('error' in read) {
    complain({
      effect: 'changed',
      line,
      where: 'the file',
      found: quoted(text),
      expected: 'a member in JSON',
    });
    return;
  }
  for (const [key, value] of Object.entries(read.value as Record<string, unknown>)) {
    if (key === 'format' && value !== 1) {
      complain({ effect: 'noted', line, where: 'format', found: quoted(value), expected: 'format 1' });
    }
    // The value is validated where the head is made.
    if (HEAD.has(key)) head({ [key]: value } as Partial<Head>);
  }
}

function takeItem(text: string, line: number, findings: Findings): void {
  const read = parsed(text);
  if ('value' in read) {
    findings.entry(read.value, entryName(read.value), line);
    return;
  }
  const within = line + lineOf(read.error) - 1;
  const found = read.error.replace(/ in JSON at position.*$| at line \d+ column.*$/s, '');
  findings.complain({
    effect: 'skipped',
    line: within,
    where: entryName(text),
    found,
    expected: 'an entry in JSON',
  });
  salvage(text, line, findings);
}

/** A missing bracket swallows the entries after it: where one seems to begin, it is tried by itself. */
function salvage(text: string, line: number, findings: Findings): void {
  const starts = [...text.matchAll(/\{\s*"id"\s*:/g)].map(({ index }) => index).filter((index) => index > 0);
  for (const [at, start] of starts.entries()) {
    const value = complete(text.slice(start, starts[at + 1]).replace(/[\s,]+$/, ''));
    const own = line + text.slice(0, start).split('\n').length - 1;
    if (value !== undefined) findings.entry(value, entryName(value), own);
  }
}

function complete(text: string): unknown {
  for (let shorter = text, left = TRIES; left > 0; left--, shorter = shorter.replace(/[\]}]\s*,?\s*$/, '')) {
    const read = parsed(shorter);
    if ('value' in read) return read.value;
  }
  return undefined;
}

function parsed(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function lineOf(message: string): number {
  return Number(/line (\d+) column/.exec(message)?.[1] ?? 1);
}

function entryName(value: unknown): string {
  const id =
    typeof value === 'string'
      ? /"id"\s*:\s*"([^"\n]{1,128})"/.exec(value.slice(0, 400))?.[1]
      : typeof value === 'object' && value !== null && 'id' in value
        ? value.id
        : undefined;
  return typeof id === 'string' ? `entry ${quoted(id)}` : 'entry';
}
