import { type PageSettings, USUAL_PAGE_SETTINGS } from '../platform/page-settings.ts';
import type { Block } from './flow.ts';

/** Names of our highlights: terms, and the one that is pointed out for a moment. */
export const TERMS = 'glossator';
export const EMPHASIS = 'glossator-emphasis';
/** What marks are known by. */
export const MARK = 'mark[data-glossator]';

const OFFSET = '20%';
/** Of the size of the text, as the offset: what a browser chooses itself differs between ink and marks. */
const THICKNESS = '7%';
/** Marks have their line by a name, so that a sheet need not be important to change it. */
const LINE = '--glossator-line';
const BARE = 'all: unset !important; pointer-events: none !important;';
const HEX = /^#[0-9a-f]{6}$/i;

/**
 * The style sheet of terms. Ink and marks get the same line; neither has padding, weight or size, so
 * that nothing moves. Marks let the pointer through: the page's own elements get its events. `of` limits the
 * rules of ink to one element; where highlights inherit, `html` is all of them, and costs the others nothing.
 */
export function lookSheet({ look, print }: PageSettings, of = ''): string {
  // Not mixed with anything: what is inherited would be mixed with the colour of the root, dark on dark.
  const colour = HEX.test(look.colour) ? look.colour : 'currentColor';
  const line = `underline ${look.underline} ${THICKNESS} ${colour}`;
  // Of the size of the text itself, wherever the rule is inherited from.
  const offset = `text-underline-offset: ${OFFSET} !important;`;
  const terms = `${of}::highlight(${TERMS})`;
  const emphasis = `${of}::highlight(${EMPHASIS})`;
  const hidden = `@media print { ${MARK} { ${LINE}: none } ${terms} { text-decoration: none !important } }`;
  return [
    `${MARK} { ${BARE} ${LINE}: ${line}; text-decoration: var(${LINE}) !important; ${offset} }`,
    `${terms} { text-decoration: ${line} !important; ${offset} }`,
    `${emphasis} { background-color: #ffd54a !important; color: #000 !important }`,
    `@media print { ${emphasis} { background-color: transparent !important; color: inherit !important } }`,
    print ? '' : hidden,
  ].join('\n');
}

/** The usual look for the reader's own sheets, which reach into shadow roots: what is adopted goes before it. */
export function readersSheet(): string {
  const [marks = '', ...ink] = lookSheet(USUAL_PAGE_SETTINGS).split('\n');
  return [marks, ...ink.map((rule) => rule.replaceAll(' !important', ''))].join('\n');
}

/**
 * Sees to it that a document and its shadow roots have our style sheet, without touching the DOM. The usual one may
 * have come with the document (`wxt.config.ts`): one that comes later has the browser style the whole page anew.
 */
export class Sheet {
  #text = '';
  #isUsual = true;
  #sheet: CSSStyleSheet | undefined;
  /** Where it was put. */
  readonly #roots = new Set<Document | ShadowRoot>();
  /** Where terms have the usual look without it. */
  readonly #dressed = new Set<Document | ShadowRoot>();

  write(settings: PageSettings): void {
    this.#text = lookSheet(settings);
    this.#isUsual = this.#text === lookSheet(USUAL_PAGE_SETTINGS);
    this.#sheet?.replaceSync(this.#text);
    if (this.#isUsual) return;
    for (const root of this.#dressed) this.#put(root);
    this.#dressed.clear();
  }

  /** Call for each root that a block with terms is in. */
  adopt(root: Document | ShadowRoot, block: Block): void {
    if (this.#dressed.has(root)) return;
    if (this.#isUsual && !this.#roots.has(root) && block instanceof Element && isDressed(block))
      this.#dressed.add(root);
    else this.#put(root);
  }

  /** True where the sheet had to be put (back). */
  #put(root: Document | ShadowRoot): boolean {
    if (this.#sheet === undefined) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.#text);
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
  return textDecorationStyle === USUAL_PAGE_SETTINGS.look.underline && textUnderlineOffset === OFFSET;
}
