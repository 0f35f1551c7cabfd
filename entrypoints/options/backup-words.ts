import { MANAGER } from './manager/words.ts';
import { WORDS } from './words.ts';

const { editor } = MANAGER;
const { reading, looks, sites, terms, parts } = WORDS;

const titled = (name: string | number) => (typeof name === 'string' ? `“${name}”` : `number ${name}`);

/** What the parts of a backup are called. */
export const PARTS = {
  settings: () => 'Settings',
  own: () => parts.own,
  file: (name: string | number) => `Glossary ${titled(name)}`,
  subscription: (name: string | number) => `Subscription ${titled(name)}`,
  wording: (name: string | number) => `Your own words in the subscription ${titled(name)}`,
} as const;

/** How a place is told, and what is wrong there. */
export const PLACE = {
  entry: (place: number, term: string | undefined) =>
    term === undefined ? `entry ${place}` : `entry ${place}, “${term}”`,
  numbered: (what: string, place: number) => `${what} ${place}`,
  missing: (place: string, expected: string) => `${place}: is missing; expected ${expected}`,
  wrong: (place: string, expected: string, found: string) => `${place}: expected ${expected}, found ${found}`,
} as const;

/** What the editor of terms calls the fields of an entry, and the page those of a glossary. */
export const FIELDS: Readonly<Record<string, string>> = {
  term: editor.term,
  definition: editor.definition,
  question: editor.question,
  asOf: editor.asOf,
  kind: editor.kind,
  forms: editor.forms,
  native: editor.native,
  context: editor.context,
  not: editor.not,
  sources: editor.sources,
  related: editor.related,
  case: 'capitals',
  when: editor.contextOnly,
  lang: 'language',
  text: 'text',
  title: 'title',
  url: 'address',
  id: 'id',
  version: 'version',
  language: 'language',
  license: 'licence',
  homepage: 'home page',
  format: 'format',
  entries: 'entries',
};

/** What one item of a list is called. */
export const LISTED: Readonly<Record<string, string>> = {
  forms: 'Form',
  native: 'Name',
  context: `${editor.context}, line`,
  not: `${editor.not}, line`,
  sources: 'Source',
  related: editor.related,
  rules: 'Rule',
  hidden: terms.hidden,
  known: terms.known,
  languages: reading.languages,
  order: 'order, place',
  off: 'turned off, place',
};

/** What the page calls the settings. */
export const SETTINGS: Readonly<Record<string, string>> = {
  delay: reading.delay,
  painting: reading.painting,
  pageTerms: reading.pageTerms,
  languages: reading.languages,
  silentWhereExplained: reading.silent,
  quietOnSecrets: reading.secrets,
  everywhere: sites.everywhere,
  print: looks.print,
  look: parts.looks,
  underline: looks.underline,
  colour: looks.colour,
  mentions: looks.mentions,
  mostPerScreen: looks.most,
  sites: parts.sites,
  mode: sites.mode,
  rules: sites.rules,
  pattern: sites.pattern,
  on: `${sites.on} or ${sites.off}`,
  hidden: terms.hidden,
  known: terms.known,
  choices: terms.choices,
  shelf: parts.glossaries,
  order: 'order',
  off: 'turned off',
};

/** What was expected, where the format's own word speaks of the file and not of what is in it. */
export const EXPECTED = {
  entry: 'a term and its definition',
  text: 'text',
  value: 'a value',
  colour: 'auto, or a colour such as #1a56a8',
  most: (bound: string) => `at most ${bound}`,
  least: (bound: string) => `at least ${bound}`,
  item: {
    forms: 'text, or text with its rules',
    native: 'a name and the tag of its language',
    sources: 'a title and an address',
  },
  types: {
    boolean: 'yes or no, written true or false',
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    Array: 'a list',
    Object: 'a group of values',
  },
} as const;
