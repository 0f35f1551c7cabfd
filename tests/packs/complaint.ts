/** One thing that keeps a glossary from being shipped. */
export interface Complaint {
  readonly glossary: string;
  /** Path from the root of the file, as in `entries[3].definition`. */
  readonly path: string;
  /** Id of the entry concerned, if it is about one. */
  readonly entry?: string;
  /** Short name of the rule, as in `definition-length`. */
  readonly rule: string;
  readonly problem: string;
}

/** A complaint as one line for a terminal. */
export function formatComplaint({ glossary, path, entry, rule, problem }: Complaint): string {
  return `${glossary}: ${path}${entry ? ` (${entry})` : ''}: ${problem} [${rule}]`;
}
