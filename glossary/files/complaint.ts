/** What a complaint means for the import. */
export type Effect =
  /** An entry, or the rest of the file, is not offered. */
  | 'skipped'
  /** Something was left out of an entry or put differently; the entry is offered. */
  | 'changed'
  /** Worth knowing; nothing is lost. */
  | 'noted';

/** One thing that a file holds and that could not be taken as it stands. */
export interface FileComplaint {
  readonly effect: Effect;
  /** Line of the file, from 1; absent where a format has no lines. */
  readonly line?: number;
  /** Element, column, property or member, as in `conceptEntry "c5" › definition`. */
  readonly where: string;
  /** What stands there, shortened for display. */
  readonly found: string;
  readonly expected: string;
}

/** Characters of a wrong value that a complaint quotes. */
const QUOTED = 60;

/** A value as a complaint shows it: on one line, and never long. */
export function quoted(value: unknown): string {
  if (value === undefined || value === '') return 'nothing';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = typeof value === 'string' ? value.slice(0, QUOTED + 1) : String(value);
  const long = text.length > QUOTED;
  return typeof value === 'string' ? JSON.stringify(long ? `${text.slice(0, QUOTED)}…` : text) : text;
}

/** A complaint as one line for a terminal or a list: `line 12, column "term": expected …, found …`. */
export function complaintText({ line, where, found, expected }: FileComplaint): string {
  const place = [line === undefined ? '' : `line ${line}`, where].filter(Boolean).join(', ');
  return `${place}: expected ${expected}, found ${found}`;
}
