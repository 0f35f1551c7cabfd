import Papa from 'papaparse';
import type { Entry, Glossary } from '../entry.ts';
import { caseRule } from '../pattern.ts';
import { joinCell, writeForm, writeSource } from './csv-cells.ts';
import { CARD_COLUMNS } from './csv-columns.ts';
import { asMarkup, oneLine, prose } from './plain-text.ts';
import { namesByLanguage } from './raw-entry.ts';

/** Cards that are put into text at a time. */
const ROWS = 500;

/** What reading would take for the mark of a spreadsheet before a formula. */
const APOSTROPHE = /^'+[=+\-@]/;

/**
 * Writes cards for learning, as tab-separated text that Anki imports without questions: the term on the front,
 * the rest behind. Cards keep their number, so that importing again brings them up to date.
 *
 * Holds ids, terms, forms, native names, definitions and sources, and `csvReader` reads it again.
 */
export function* writeAnki(glossary: Glossary): Generator<string> {
  const head = ['#separator:tab', '#html:false', `#deck:${oneLine(glossary.title)}`, '#guid column:1'];
  yield `${head.join('\n')}\n#columns:${CARD_COLUMNS.join('\t')}\n`;
  for (let at = 0; at < glossary.entries.length; at += ROWS) {
    const rows = glossary.entries.slice(at, at + ROWS).map((entry) => cellsOf(entry, glossary));
    yield `${Papa.unparse(rows, { delimiter: '\t', newline: '\n' })}\n`;
  }
}

function cellsOf(entry: Entry, { id, language }: Glossary): string[] {
  const { forms, native } = namesByLanguage(entry, language);
  return [
    `${id}/${entry.id}`,
    oneLine(entry.term),
    prose(entry.definition),
    joinCell(forms.map((text) => writeForm({ text, case: caseRule(text), when: 'always' }))),
    joinCell(native.map(({ lang, text }) => `${lang}: ${text}`)),
    joinCell(entry.sources.map(writeSource)),
  ].map((cell) => asMarkup(cell).replace(APOSTROPHE, "'$&"));
}
