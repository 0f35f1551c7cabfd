import { type PageSettings, USUAL_PAGE_SETTINGS } from './page-settings.ts';

/** Names of our highlights: terms, and the one that is pointed out for a moment. */
export const TERMS = 'glossator';
export const EMPHASIS = 'glossator-emphasis';
/** What marks are known by. */
export const MARK = 'mark[data-glossator]';

/** How far the line of terms is from its text, as a share of the size of the text. */
export const OFFSET = '20%';
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

/** How terms are to look on a page: made here and sent with each visit, lest every document have to make it. */
export interface Dress {
  readonly sheet: string;
  /** That of the sheet which comes with the document. */
  readonly isUsual: boolean;
}

export function dressOf(settings: PageSettings): Dress {
  const sheet = lookSheet(settings);
  return { sheet, isUsual: sheet === lookSheet(USUAL_PAGE_SETTINGS) };
}
