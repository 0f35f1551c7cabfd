/** What a page needs to know of the settings; travels with every visit. */
export interface PageSettings {
  readonly look: Look;
  /** Milliseconds of rest on a term before its card opens. */
  readonly delay: number;
  /** How terms are drawn: by the rule of the house, or always the same way. */
  readonly painting: 'automatic' | 'marks' | 'ink';
  /** Abbreviations that the page itself defines are explained too. */
  readonly pageTerms: boolean;
  /** Whether terms are shown in print. */
  readonly print: boolean;
  /** Entries that are not underlined, but answer to hover and keyboard: the reader knows them. */
  readonly known: readonly string[];
  /** Entries the reader does not want to see at all. */
  readonly hidden: readonly string[];
}

export interface Look {
  readonly underline: 'dotted' | 'dashed' | 'solid' | 'wavy';
  /** A CSS colour as `#rrggbb`, or `auto`: the colour of the text, softened. */
  readonly colour: string;
  /** Which mentions are underlined. The others still answer to hover and keyboard. */
  readonly mentions: 'every' | 'page' | 'section';
  /** Most underlines on one screenful; 0 means no limit. */
  readonly mostPerScreen: number;
}

export const USUAL_UNDERLINE = 'dotted';

export const USUAL_PAGE_SETTINGS: PageSettings = {
  look: { underline: USUAL_UNDERLINE, colour: 'auto', mentions: 'every', mostPerScreen: 0 },
  delay: 250,
  painting: 'automatic',
  pageTerms: true,
  print: false,
  known: [],
  hidden: [],
};
