import type { Page } from 'puppeteer-core';

/** A term as a reader sees it: its words and where they are, whichever way it is drawn. */
export interface DrawnTerm {
  readonly text: string;
  readonly painter: 'mark' | 'ink';
  /** `glossary/entry`; ink does not tell. */
  readonly entry: string | undefined;
  /** Id of the nearest element that has one, for messages. */
  readonly where: string;
  /** A point in the middle of its first line box, in client coordinates. */
  readonly x: number;
  readonly y: number;
}

/** Every term drawn in the top document now, in document order. */
export function drawnTerms(page: Page): Promise<DrawnTerm[]> {
  return page.evaluate(() => {
    const fits = (node: Node, offset: number) =>
      offset <= (node instanceof Text ? node.length : node.childNodes.length);
    const found: { range: Range; painter: 'mark' | 'ink'; entry: string | undefined }[] = [];
    for (const mark of document.querySelectorAll<HTMLElement>('mark[data-glossator]')) {
      const range = document.createRange();
      range.selectNodeContents(mark);
      found.push({ range, painter: 'mark', entry: mark.dataset.glossator });
    }
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('glossator')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        // The page may have changed its text a moment ago: what is drawn follows with the next frame.
        const stale =
          !startContainer.isConnected || !fits(startContainer, startOffset) || !fits(endContainer, endOffset);
        if (stale) continue;
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        found.push({ range, painter: 'ink', entry: undefined });
      }
    }
    found.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    // A term that crosses elements is drawn in pieces: pieces with nothing between them are one term.
    const touches = (before: Range, after: Range) => {
      const between = document.createRange();
      between.setStart(before.endContainer, before.endOffset);
      between.setEnd(after.startContainer, after.startOffset);
      return between.toString() === '';
    };
    const terms: { range: Range; painter: 'mark' | 'ink'; entry: string | undefined; text: string }[] = [];
    for (const piece of found) {
      const last = terms.at(-1);
      const inOne = last?.entry === piece.entry && last?.painter === piece.painter;
      if (last && inOne && touches(last.range, piece.range)) {
        last.text += piece.range.toString();
        last.range.setEnd(piece.range.endContainer, piece.range.endOffset);
      } else terms.push({ ...piece, text: piece.range.toString() });
    }
    return terms.map(({ range, painter, entry, text }) => {
      const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
      const element = range.startContainer.parentElement?.closest('[id]');
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      return { text, painter, entry, where: element?.id ?? '', ...middle };
    });
  });
}

/** Waits until terms are drawn and their number has settled over a few frames; then they are returned. */
export async function settledTerms(page: Page, least = 1, timeout = 15_000): Promise<DrawnTerm[]> {
  const until = Date.now() + timeout;
  let last = '';
  let same = 0;
  for (;;) {
    const terms = await drawnTerms(page);
    const now = terms.map(({ text, where }) => `${where}:${text}`).join('|');
    same = now === last && terms.length >= least ? same + 1 : 0;
    if (same >= 5) return terms;
    if (Date.now() > until) {
      throw new Error(`Only ${terms.length} of at least ${least} terms after ${timeout} ms: ${now}`);
    }
    last = now;
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }
}
