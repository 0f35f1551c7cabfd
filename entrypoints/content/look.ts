import { type Dress, OFFSET, TERMS } from '../platform/look-sheet.ts';
import { USUAL_UNDERLINE } from '../platform/page-settings.ts';
import type { Block } from './flow.ts';

/**
 * Sees to it that a document and its shadow roots have our style sheet, without touching the DOM. The usual one may
 * have come with the document (`wxt.config.ts`): one that comes later has the browser style the whole page anew.
 */
export class Sheet {
  #dress: Dress;
  #sheet: CSSStyleSheet | undefined;
  /** Where it was put. */
  readonly #roots = new Set<Document | ShadowRoot>();
  /** Where terms have the usual look without it. */
  readonly #dressed = new Set<Document | ShadowRoot>();

  constructor(dress: Dress) {
    this.#dress = dress;
  }

  write(dress: Dress): void {
    this.#dress = dress;
    this.#sheet?.replaceSync(dress.sheet);
    if (dress.isUsual) return;
    for (const root of this.#dressed) this.#put(root);
    this.#dressed.clear();
  }

  /** Call for each root that a block with terms is in. */
  adopt(root: Document | ShadowRoot, block: Block): void {
    if (this.#dressed.has(root)) return;
    if (this.#dress.isUsual && !this.#roots.has(root) && block instanceof Element && isDressed(block))
      this.#dressed.add(root);
    else this.#put(root);
  }

  /** True where the sheet had to be put (back). */
  #put(root: Document | ShadowRoot): boolean {
    if (this.#sheet === undefined) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.#dress.sheet);
    }
    this.#roots.add(root);
    if (root.adoptedStyleSheets.includes(this.#sheet)) return false;
    root.adoptedStyleSheets.push(this.#sheet);
    return true;
  }

  /** Puts the sheet back where a page has thrown it out. Returns how often it had to. */
  keep(): number {
    let lost = 0;
    for (const root of this.#roots) {
      if (root instanceof ShadowRoot && !root.isConnected) this.#roots.delete(root);
      else if (this.#put(root)) lost++;
    }
    return lost;
  }

  remove(): void {
    for (const root of this.#roots) {
      const at = this.#sheet === undefined ? -1 : root.adoptedStyleSheets.indexOf(this.#sheet);
      if (at >= 0) root.adoptedStyleSheets.splice(at, 1);
    }
    this.#roots.clear();
  }
}

/** Whether ink in an element has the usual line already. */
function isDressed(element: Element): boolean {
  const { textDecorationStyle, textUnderlineOffset } = getComputedStyle(element, `::highlight(${TERMS})`);
  return textDecorationStyle === USUAL_UNDERLINE && textUnderlineOffset === OFFSET;
}
