import { parseArgs } from 'node:util';
import type { ReadOptions } from '../glossary/files/reading.ts';

/** What the checker is asked to do. */
export interface Task {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly strict: boolean;
  readonly options: ReadOptions;
}

export const USAGE = `Usage: glossator-check [options] file …

Reads glossary files as Glossator does and says what is wrong, where, and what was expected.
Formats: JSON (format 1), CSV, TSV, TBX, SKOS (Turtle, RDF/XML), Yomitan dictionaries.

  --json               a report for programs: one JSON document
  --strict             notes count as errors
  --language TAG       terms in this language become forms (default: the file's own)
  --definitions TAG    definitions in this language are taken
  --encoding NAME      the encoding of a table, where it is not guessed right
  --help               this text

Exit status: 0 when all is well, 1 when something is wrong, 2 when a file cannot be opened.
`;

/** @throws TypeError with a sentence for the user when an option is unknown or lacks its value. */
export function taskOf(words: readonly string[]): Task | 'help' {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      language: { type: 'string' },
      definitions: { type: 'string' },
      encoding: { type: 'string' },
    },
  });
  const { json, strict, help, ...options } = values;
  if (help) return 'help';
  if (positionals.length === 0) throw new TypeError('No file was given.');
  return { files: positionals, json, strict, options };
}
