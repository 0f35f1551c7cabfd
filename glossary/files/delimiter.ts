/** What stands between the cells of a row. */
export type Delimiter = ',' | ';' | '\t' | '|';

const DELIMITERS: readonly Delimiter[] = ['\t', ';', ',', '|'];
/** Lines that are looked at. */
const LINES = 30;

/** The delimiter of a table: the one that cuts its first lines most often into the same number of cells. */
export function guessDelimiter(text: string): Delimiter {
  const lines = unquoted(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: score(lines, delimiter) }));
  return scores.reduce((best, one) => (one.score > best.score ? one : best), {
    delimiter: ',' as Delimiter,
    score: 0,
  }).delimiter;
}

/** How many lines agree with the first one; a delimiter that the first line lacks is none. */
function score(lines: readonly string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1);
  const [first = 0] = counts;
  if (first === 0) return 0;
  const same = counts.filter((count) => count === first).length;
  // Tabs hardly ever stand in texts, so where there are any they are delimiters.
  return (same / counts.length) * (delimiter === '\t' ? 2 : 1) + Math.min(first, 20) / 1_000;
}

/** What stands in quotes, line breaks and all, says nothing about the delimiter. */
function unquoted(text: string): string {
  return text.replace(/(^|[\t;,|\n])"(?:[^"]|"")*"(?=[\t;,|\n]|$)/g, '$1');
}
