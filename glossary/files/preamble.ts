import type { Delimiter } from './delimiter.ts';

/** What stands before the rows: `sep=;` of Excel, or the `#key:value` lines of Anki. */
export interface Preamble {
  /** Lines of it. */
  readonly length: number;
  readonly delimiter: Delimiter | undefined;
  /** Names of the columns, still in one piece. */
  readonly columns: string | undefined;
  readonly rest: string;
}

const DIRECTIVE =
  /^#(separator|html|notetype|deck|tags|columns|(?:notetype|deck|tags|guid) column)\s*:(.*)$/i;
const NAMED: Readonly<Record<string, Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
  ',': ',',
  ';': ';',
  '\t': '\t',
  '\\t': '\t',
  '|': '|',
};

/** Reads what stands before the rows of a table. */
export function readPreamble(text: string): Preamble {
  let rest = text;
  let length = 0;
  let delimiter: Delimiter | undefined;
  let columns: string | undefined;
  for (;;) {
    const end = rest.indexOf('\n');
    const line = end < 0 ? rest : rest.slice(0, end);
    const [, key, value = ''] =
      DIRECTIVE.exec(line) ?? (length === 0 ? /^(sep)=(.)$/i.exec(line) : null) ?? [];
    if (key === undefined) return { length, delimiter, columns, rest };
    if (/^sep/i.test(key)) delimiter = named(value);
    if (/^columns$/i.test(key)) columns = value;
    length++;
    rest = end < 0 ? '' : rest.slice(end + 1);
  }
}

function named(value: string): Delimiter | undefined {
  const name = value === '\t' ? value : value.trim().toLowerCase();
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}
