/** One thing wrong in a glossary file: where, what was found, what was expected. */
export interface FormatIssue {
  /** A path from the root, as in `entries[3].forms[0].text`; empty for the root itself. */
  readonly path: string;
  /** The value found, shortened for display. */
  readonly value: string;
  readonly expected: string;
}

/** A glossary that cannot be used, with every complaint about it (the first hundred at most). */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly issues: readonly FormatIssue[];
  readonly path: string;
  readonly value: string;
  readonly expected: string;

  constructor(issues: readonly FormatIssue[]) {
    const first = issues[0] ?? { path: '', value: '', expected: 'a glossary' };
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
    super(`${first.path || 'the file'}: expected ${first.expected}, got ${first.value}${more}`);
    this.issues = issues;
    this.path = first.path;
    this.value = first.value;
    this.expected = first.expected;
  }
}
