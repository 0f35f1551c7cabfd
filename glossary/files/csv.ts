import Papa from 'papaparse';
import type { Entry, Glossary } from '../entry.ts';
import type { Findings } from './concept.ts';
import { joinCell, writeForm, writeSource } from './csv-cells.ts';
import { OWN_COLUMNS } from './csv-columns.ts';
import { CsvRows } from './csv-rows.ts';
import { CsvTable } from './csv-table.ts';
import { Decoding } from './decoding.ts';
import type { Delimiter } from './delimiter.ts';
import { asMarkup, oneLine, prose } from './plain-text.ts';
import { rawFormOf } from './raw-entry.ts';
import { readWith } from './reader.ts';
import type { GlossaryReader, ReadOptions, Surveyor } from './reading.ts';
import { surveyWith } from './survey.ts';

/** Rows that are put into text at a time. */
const ROWS = 500;

/**
 * Reads a table with a term and a definition in each row: CSV or TSV, with commas, semicolons, tabs or bars,
 * as Excel, Google Sheets, MultiTerm and Anki write it.
 *
 * @param delimiter tried where the file itself does not tell
 */
export function csvReader(options: ReadOptions = {}, delimiter?: Delimiter): GlossaryReader {
  return readWith((findings) => parser(findings, options, delimiter), options);
}

/** Says which columns a table has, and what they seem to hold. */
export function csvSurveyor(encoding?: string, delimiter?: Delimiter): Surveyor {
  return surveyWith((findings) => parser(findings, { ...(encoding && { encoding }) }, delimiter));
}

/**
 * Writes a table that spreadsheets open as it is. It holds everything of an entry but white space that is not
 * single spaces or line breaks in the definition; of the glossary it holds the entries only.
 */
export function* writeCsv(glossary: Glossary, delimiter: ',' | ';' | '\t' = ','): Generator<string> {
  // Without the mark Excel takes the file for something other than UTF-8.
  yield `\uFEFF${OWN_COLUMNS.join(delimiter)}\r\n`;
  for (let at = 0; at < glossary.entries.length; at += ROWS) {
    const rows = glossary.entries.slice(at, at + ROWS).map((entry) => cellsOf(entry).map(forSpreadsheet));
    yield `${Papa.unparse(rows, { delimiter, newline: '\r\n', quotes: false })}\r\n`;
  }
}

function parser(findings: Findings, options: ReadOptions, delimiter: Delimiter | undefined): Decoding {
  const rows = new CsvRows(new CsvTable(findings, options.columns), findings.complain, delimiter);
  return new Decoding(rows, findings.complain, options.encoding);
}

function cellsOf(entry: Entry): string[] {
  const forms = entry.forms.filter((form) => rawFormOf(form) !== entry.term);
  return [
    entry.id,
    oneLine(entry.term),
    entry.kind ?? '',
    joinCell(forms.map(writeForm)),
    joinCell(entry.native.map(({ lang, text }) => `${lang}: ${text}`)),
    prose(entry.definition),
    oneLine(entry.question ?? ''),
    entry.asOf ?? '',
    joinCell(entry.context),
    joinCell(entry.not),
    joinCell(entry.related),
    joinCell(entry.sources.map(writeSource)),
  ].map(asMarkup);
}

/** A cell that begins like a formula would be calculated; an apostrophe makes it text. */
export function forSpreadsheet(cell: string): string {
  return /^'*[=+\-@]/.test(cell) ? `'${cell}` : cell;
}
