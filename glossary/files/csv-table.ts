import { quoted } from './complaint.ts';
import type { Concept, Findings } from './concept.ts';
import { type ColumnMap, type ColumnRole, guessColumns } from './csv-columns.ts';
import { CsvConcepts, type Row } from './csv-concepts.ts';
import type { RowTaker } from './csv-rows.ts';

/** Rows that are seen before the columns are settled. */
const SAMPLE = 50;

/** Settles what the columns of a table hold, and turns its rows into concepts. */
export class CsvTable implements RowTaker {
  private readonly findings: Findings;
  private readonly map: ColumnMap | undefined;
  private names: readonly string[] | undefined;
  private waiting: Row[] = [];
  private concepts: CsvConcepts | undefined;
  /** The concept of the last row: rows with the same id and more names go on with it. */
  private last: { key: string; concept: Concept } | undefined;

  constructor(findings: Findings, map?: ColumnMap) {
    this.findings = findings;
    this.map = map;
  }

  header(cells: readonly string[]): void {
    this.names = cells;
  }

  row(cells: readonly string[], line: number): void {
    if (this.concepts !== undefined) {
      this.take({ cells, line }, this.concepts);
      return;
    }
    this.waiting.push({ cells, line });
    if (this.waiting.length > SAMPLE) this.settle();
  }

  end(): void {
    if (this.concepts === undefined) this.settle();
    this.flush();
  }

  private settle(): void {
    const apart = this.names !== undefined;
    const first = this.names ?? this.waiting[0]?.cells ?? [];
    const after = (apart ? this.waiting : this.waiting.slice(1)).map(({ cells }) => cells);
    const map = this.map ?? guessColumns(first, after);
    const named = apart || map.header;
    const header = named ? first : first.map((_, at) => `column ${at + 1}`);
    this.findings.table({ header, sample: named ? after : [first, ...after], columns: map });
    this.checkMap(map, header);
    const concepts = new CsvConcepts(map, header, this.findings.complain);
    this.concepts = concepts;
    const rows = named && !apart ? this.waiting.slice(1) : this.waiting;
    this.waiting = [];
    for (const row of rows) this.take(row, concepts);
  }

  private checkMap(map: ColumnMap, header: readonly string[]): void {
    const wants: readonly (readonly [string, readonly ColumnRole[]])[] = [
      ['terms', ['term', 'forms']],
      ['definitions', ['definition', 'note']],
    ];
    for (const [what, roles] of wants) {
      if (map.columns.some(({ role }) => roles.includes(role))) continue;
      const found = quoted(header.join(', '));
      this.findings.complain({
        effect: 'noted',
        line: 1,
        where: 'columns',
        found,
        expected: `a column of ${what}`,
      });
    }
  }

  private take(row: Row, concepts: CsvConcepts): void {
    const key = concepts.cell(row, 'id');
    const concept = concepts.conceptOf(row);
    if (
      this.last !== undefined &&
      key !== '' &&
      key === this.last.key &&
      goesOn(this.last.concept, concept)
    ) {
      this.last = { key, concept: together(this.last.concept, concept) };
      return;
    }
    this.flush();
    this.last = { key, concept };
  }

  private flush(): void {
    if (this.last !== undefined) this.findings.concept(this.last.concept);
    this.last = undefined;
  }
}

/** Term bases give a concept a row for each term, or for each language, under one number. */
function goesOn({ texts }: Concept, next: Concept): boolean {
  return next.texts.every((text) => texts.every((own) => own.lang !== text.lang || own.text === text.text));
}

function together(one: Concept, more: Concept): Concept {
  return {
    ...one,
    terms: [...one.terms, ...more.terms],
    texts: [...one.texts, ...more.texts],
    related: [...(one.related ?? []), ...(more.related ?? [])],
    sources: [...(one.sources ?? []), ...(more.sources ?? [])],
  };
}
