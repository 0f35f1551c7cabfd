import type { PageSettings } from '../platform/page-settings.ts';

/** Names of our highlights: terms, and the one that is pointed out for a moment. */
export const TERMS = 'glossator';
export const EMPHASIS = 'glossator-emphasis';
/** What marks are known by. */
export const MARK = 'mark[data-glossator]';

const HEX = /^#[0-9a-f]{6}$/i;

/**
 * The style sheet of terms. Ink and marks get the same line; neither has padding, weight or size, so
 * that nothing moves. Marks let the pointer through: the page's own elements get its events.
 */
export function lookSheet({ look, print }: PageSettings): string {
  const colour = HEX.test(look.colour) ? look.colour : 'color-mix(in srgb, currentColor 60%, transparent)';
  const line = `text-decoration: underline ${look.underline} ${colour} !important;`;
  const offset = 'text-underline-offset: 0.2em !important;';
  const hidden = `@media print { ${MARK} { text-decoration: none !important } ::highlight(${TERMS}) { text-decoration: none !important } }`;
  return [
    `${MARK} { all: unset !important; pointer-events: none !important; ${line} ${offset} }`,
    `::highlight(${TERMS}) { ${line} ${offset} }`,
    `::highlight(${EMPHASIS}) { background-color: #ffd54a !important; color: #000 !important }`,
    `@media print { ::highlight(${EMPHASIS}) { background-color: transparent !important; color: inherit !important } }`,
    print ? '' : hidden,
  ].join('\n');
}

/** Puts our style sheet behind a document's and its shadow roots' own, without touching the DOM. */
export class Sheet {
  readonly #sheet = new CSSStyleSheet();
  readonly #roots = new Set<Document | ShadowRoot>();

  write(settings: PageSettings): void {
    this.#sheet.replaceSync(lookSheet(settings));
  }

  /** True where the sheet had to be put (back). */
  adopt(root: Document | ShadowRoot): boolean {
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
      else if (this.adopt(root)) lost++;
    }
    return lost;
  }

  remove(): void {
    for (const root of this.#roots) {
      const at = root.adoptedStyleSheets.indexOf(this.#sheet);
      if (at >= 0) root.adoptedStyleSheets.splice(at, 1);
    }
    this.#roots.clear();
  }
}
