import type { Frame, Page } from 'puppeteer-core';

/** A rectangle in client coordinates. */
export interface WordBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where words stand inside an element, one box a line: measured by the browser from the text itself, whatever is
 * drawn there. Looks into open shadow roots; `text` may run over several text nodes.
 */
export function wordBoxes(page: Page | Frame, selector: string, text: string): Promise<WordBox[]> {
  return page.$eval(
    selector,
    (element, wanted) => {
      const nodes: Text[] = [];
      const collect = (root: Node): void => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
      };
      collect(element.shadowRoot ?? element);
      const all = nodes.map(({ data }) => data).join('');
      const at = all.indexOf(wanted);
      const place = (offset: number): [Text, number] => {
        let rest = offset;
        for (const node of nodes) {
          if (rest <= node.length) return [node, rest];
          rest -= node.length;
        }
        throw new Error(`No “${wanted}” in “${all}”.`);
      };
      const range = document.createRange();
      // The first letter's own node, though the one before ends where it begins.
      const [first, offset] = place(at + 1);
      range.setStart(first, offset - 1);
      range.setEnd(...place(at + wanted.length));
      return [...range.getClientRects()]
        .filter(({ width, height }) => width > 0 && height > 0)
        .map(({ x, y, width, height }) => ({ x, y, width, height }));
    },
    text,
  );
}
