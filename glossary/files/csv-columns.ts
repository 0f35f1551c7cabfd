import { columnNamed } from './column-names.ts';

/** What a column can hold. A column of terms or texts can be in a language of its own. */
export const COLUMN_ROLES = [
  'id',
  'term',
  'forms',
  'native',
  'language',
  'definition',
  'note',
  'kind',
  'question',
  'asOf',
  'context',
  'not',
  'related',
  'sources',
  'ignore',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** What stands between the items of one cell. */
export type Splitter = '|' | ';' | ',' | '\n';

/** What one column holds. */
export interface Column {
  readonly role: ColumnRole;
  /** BCP 47 tag of what the column holds. */
  readonly lang?: string;
  /** Absent: the cell is one item. */
  readonly split?: Splitter;
}

/** What a table holds; a person can change every part of it. */
export interface ColumnMap {
  /** Whether the first row names the columns. */
  readonly header: boolean;
  readonly columns: readonly Column[];
}

/** The columns that Glossator writes, in this order. */
export const OWN_COLUMNS = [
  'id',
  'term',
  'kind',
  'forms',
  'native',
  'definition',
  'question',
  'asOf',
  'context',
  'not',
  'related',
  'sources',
] as const satisfies readonly ColumnRole[];

/** The columns of cards for learning that Glossator writes. */
export const CARD_COLUMNS = ['guid', 'term', 'definition', 'forms', 'native', 'sources'] as const;

const LISTS: readonly ColumnRole[] = ['forms', 'native', 'context', 'not', 'related', 'sources'];
const SPLITTERS: readonly Splitter[] = ['\n', '|', ';', ','];
/** More words than this between two commas are a sentence rather than a list of names. */
const WORDS_IN_NAME = 6;

/**
 * What the columns of a table hold, from their names and from what stands in them.
 *
 * @param header the first row, which may turn out to be no header
 * @param sample some rows after it
 * @example guessColumns(['Acronym', 'Meaning'], [['WPK', 'The ruling party.']]).columns[1] // { role: 'definition' }
 */
export function guessColumns(header: readonly string[], sample: readonly (readonly string[])[]): ColumnMap {
  if (isOurs(header, OWN_COLUMNS)) return ours(OWN_COLUMNS);
  if (isOurs(header, CARD_COLUMNS)) return ours(CARD_COLUMNS.map((name) => (name === 'guid' ? 'id' : name)));
  const named = header.map((name) => columnNamed(name));
  if (named.every((column) => column === undefined)) return byContent([header, ...sample]);
  const roles = completed(
    named.map((column) => column ?? { role: 'ignore' }),
    header,
  );
  const columns = roles.map((column, at) =>
    withSplitter(
      column,
      sample.map((row) => row[at] ?? ''),
    ),
  );
  return { header: true, columns };
}

function isOurs(header: readonly string[], own: readonly string[]): boolean {
  return own.length === header.length && own.every((name, at) => header[at]?.trim() === name);
}

/** In our own tables it is known what stands between items, whether or not the sample shows it. */
function ours(roles: readonly ColumnRole[]): ColumnMap {
  const columns = roles.map((role): Column => (LISTS.includes(role) ? { role, split: '|' } : { role }));
  return { header: true, columns };
}

/** A table needs terms and definitions: where no column is called so, the next best one serves. */
function completed(columns: readonly Column[], header: readonly string[]): Column[] {
  const result = [...columns];
  const promote = (to: ColumnRole, ...from: readonly ColumnRole[]) => {
    if (result.some(({ role }) => role === to)) return;
    const at = from
      .map((role) => result.findIndex((column) => column.role === role))
      .find((found) => found >= 0);
    const column = at === undefined ? undefined : result[at];
    if (at !== undefined && column !== undefined) result[at] = { ...column, role: to };
  };
  promote('term', 'forms', 'native');
  if (!result.some(({ role }) => role === 'note')) promote('definition', 'forms', 'ignore');
  if (!result.some(({ role }) => role === 'term') && header.length > 1) promote('term', 'ignore');
  return result;
}

function withSplitter(column: Column, cells: readonly string[]): Column {
  if (!LISTS.includes(column.role)) return column;
  const split = SPLITTERS.find((one) => cells.some((cell) => divides(one, cell, column.role)));
  return split === undefined ? column : { ...column, split };
}

function divides(split: Splitter, cell: string, role: ColumnRole): boolean {
  const parts = cell.trim().split(split);
  if (parts.length < 2) return false;
  // A comma may stand in an address or in "Kim, Jong Un (leader of the …)".
  return (
    split !== ',' ||
    (role !== 'sources' && parts.every((part) => part.trim().split(/\s+/).length <= WORDS_IN_NAME))
  );
}

/** Without names: the longest texts are definitions, and the first other column has the terms. */
function byContent(rows: readonly (readonly string[])[]): ColumnMap {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = (at: number) => rows.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');
  const length = (at: number) =>
    cells(at).reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, rows.length);
  const all = Array.from({ length: width }, (_, at) => at);
  const links = all.filter(
    (at) => cells(at).length > 0 && cells(at).every((cell) => /^https?:\/\//.test(cell.trim())),
  );
  const numbers = all.filter((at) => cells(at).every((cell) => /^[\d\s.,-]*$/.test(cell)));
  const words = all.filter((at) => !links.includes(at) && !numbers.includes(at));
  const definition = words.slice(1).toSorted((a, b) => length(b) - length(a))[0];
  const term = words.find((at) => at !== definition);
  const role = (at: number): ColumnRole => {
    if (at === definition) return 'definition';
    if (at === term) return 'term';
    return links.includes(at) ? 'sources' : 'ignore';
  };
  return { header: false, columns: all.map((at) => ({ role: role(at) })) };
}
