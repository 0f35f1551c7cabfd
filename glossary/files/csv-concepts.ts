import { KINDS, type Source } from '../entry.ts';
import { LIMITS } from '../format-schema.ts';
import { type FileComplaint, quoted } from './complaint.ts';
import type { Concept, ConceptText, Term } from './concept.ts';
import { readForm, readNative, readSources, splitCell } from './csv-cells.ts';
import type { Column, ColumnMap, ColumnRole } from './csv-columns.ts';
import { idFromFile, isId, slugOf } from './ids.ts';
import { languageTag } from './languages.ts';
import { oneLine, prose, toPlainText } from './plain-text.ts';

/** Longer cells are not cut into items: they are too long for anything. */
const LONGEST_LIST = LIMITS.line * LIMITS.list;

/** One row of a table, and the line it begins in. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

interface Item {
  readonly text: string;
  readonly column: Column;
}

/** Rows in, concepts out, by what the columns hold. */
export class CsvConcepts {
  private readonly columns = new Map<ColumnRole, [Column, number][]>();
  private readonly map: ColumnMap;
  private readonly names: readonly string[];
  private readonly complain: (complaint: FileComplaint) => void;

  constructor(map: ColumnMap, names: readonly string[], complain: (complaint: FileComplaint) => void) {
    this.map = map;
    this.names = names;
    this.complain = complain;
    for (const [at, column] of map.columns.entries()) {
      this.columns.set(column.role, [...(this.columns.get(column.role) ?? []), [column, at]]);
    }
  }

  conceptOf(row: Row): Concept {
    const id = this.cell(row, 'id');
    const rowLang = languageTag(this.cell(row, 'language'));
    const lang = (column: Column) => column.lang ?? rowLang;
    const terms = this.items(row, 'term').map(({ text, column }): Term => ({ text, lang: lang(column) }));
    const forms = this.items(row, 'forms').map(
      ({ text, column }): Term => ({ ...readForm(text), lang: lang(column) }),
    );
    return {
      line: row.line,
      where: terms[0] ? `row ${quoted(terms[0].text)}` : 'row',
      ...(id !== '' && { id: idFromFile(withoutGlossary(id)) }),
      terms: [...terms, ...forms, ...this.native(row)],
      texts: [...this.texts(row, 'definition', rowLang), ...this.texts(row, 'note', rowLang)],
      related: this.list(row, 'related').map((text) => this.relation(text)),
      sources: this.list(row, 'sources').flatMap((text): Source[] => readSources(text)),
      rest: this.rest(row),
    };
  }

  /** The first cell with a role that is not empty, as it stands. */
  cell({ cells }: Row, role: ColumnRole): string {
    for (const [, at] of this.columns.get(role) ?? []) {
      const cell = cells[at]?.trim() ?? '';
      if (cell !== '') return cell;
    }
    return '';
  }

  private rest(row: Row): NonNullable<Concept['rest']> {
    const [question] = this.list(row, 'question');
    const asOf = this.cell(row, 'asOf') || undefined;
    return {
      kind: this.kind(row),
      question,
      asOf,
      context: this.list(row, 'context'),
      not: this.list(row, 'not'),
    };
  }

  private kind(row: Row): string | undefined {
    const written = oneLine(this.cell(row, 'kind')).toLowerCase();
    if (written === '' || KINDS.some((kind) => kind === written)) return written || undefined;
    const [column] = this.columns.get('kind')?.[0] ?? [];
    const expected = `one of ${KINDS.join(', ')}`;
    this.tell('noted', row, column, quoted(written), expected);
    return undefined;
  }

  private native(row: Row): Term[] {
    return this.items(row, 'native').flatMap(({ text, column }): Term[] => {
      const name = column.lang === undefined ? readNative(text) : { lang: column.lang, text };
      if (name === undefined) {
        this.tell('changed', row, column, quoted(text), 'a language before the name, as in "ko: 조선"');
      }
      return name === undefined ? [] : [name];
    });
  }

  private texts(row: Row, role: 'definition' | 'note', rowLang: string | undefined): ConceptText[] {
    return (this.columns.get(role) ?? []).flatMap(([column, at]) => {
      const text = prose(this.plain(row, column, at));
      return text === '' ? [] : [{ text, role, lang: column.lang ?? rowLang }];
    });
  }

  private list(row: Row, role: ColumnRole): string[] {
    return this.items(row, role).map(({ text }) => text);
  }

  private items(row: Row, role: ColumnRole): Item[] {
    return (this.columns.get(role) ?? []).flatMap(([column, at]) => {
      const cell = this.plain(row, column, at);
      const parts = splitCell(cell, cell.length > LONGEST_LIST ? undefined : column.split);
      return parts.map((part): Item => ({ text: oneLine(part), column }));
    });
  }

  /** A cell as plain text; the apostrophe that keeps spreadsheets from calculating goes too. */
  private plain(row: Row, column: Column, at: number): string {
    const cell = (row.cells[at] ?? '').replace(/^'(?='*[=+\-@])/, '');
    const plain = toPlainText(cell);
    if (plain !== cell && /<[a-z/!]/i.test(cell)) {
      this.tell('changed', row, column, quoted(cell.trim()), 'plain text; its tags are left out');
    }
    return plain;
  }

  private tell(
    effect: FileComplaint['effect'],
    row: Row,
    column: Column | undefined,
    found: string,
    expected: string,
  ) {
    const name = column === undefined ? undefined : this.names[this.map.columns.indexOf(column)];
    this.complain({ effect, line: row.line, where: `column ${quoted(name)}`, found, expected });
  }

  /** With ids in the file a relation is one of them; without, it is a term. */
  private relation(text: string): string {
    return this.columns.has('id') && isRef(text) ? text : slugOf(text);
  }
}

function isRef(text: string): boolean {
  const parts = text.split('/');
  return parts.length < 3 && parts.every(isId);
}

/** Cards for learning are numbered `glossary/entry`. */
function withoutGlossary(id: string): string {
  return isRef(id) ? (id.split('/')[1] ?? id) : id;
}
