import type { Column, ColumnRole } from '../../../glossary/files/csv-columns.ts';
import { counted } from '../manager/words.ts';

const number = (value: number) => value.toLocaleString('en');

/** What the import says. */
export const IMPORT = {
  title: 'Import a glossary',
  note: 'JSON, tables (CSV, TSV), TBX, SKOS and Yomitan dictionaries. You see what comes in before anything is changed. A file can also be dropped here.',
  choose: 'Choose a file',
  paste: 'or paste the text of one here',
  pasted: 'Pasted glossary',
  reading: (name: string) => `Reading ${name}`,
  soFar: (percent: number, entries: number) => `${percent} %, ${counted(entries)} so far`,
  stop: 'Stop',
  unreadable: (name: string, found: string) =>
    `${name} cannot be imported: it is ${found}. Nothing was changed.`,
  failed: (name: string, why: string) => `${name} could not be read: ${why}. Nothing was changed.`,
  preview: 'What the file brings',
  nothing: 'There is nothing in it that can be used.',
  kinds: {
    new: (title: string) => `${title}: a new glossary`,
    update: (title: string) => `${title}: in place of the one you have`,
    own: (title: string) => `${title}: added to your own terms`,
  },
  added: (count: number) => `${counted(count)} new`,
  changed: (count: number) => `${counted(count)} changed`,
  removed: (count: number) => `${counted(count)} not in the file any more: they would go`,
  same: (count: number) => `${counted(count)} ${count === 1 ? 'stays as it is' : 'stay as they are'}.`,
  complaints: (count: number, skipped: number) =>
    `${number(count)} ${count === 1 ? 'remark' : 'remarks'} on the file, ${number(skipped)} skipped`,
  damaged: (skipped: number) =>
    `${number(skipped)} ${skipped === 1 ? 'part' : 'parts'} of the file cannot be used; the list says where and why. You can import the rest, or correct the file and choose it again.`,
  effects: { skipped: 'Skipped', changed: 'Changed', noted: 'Note' },
  more: (count: number) => `and ${number(count)} more`,
  first: 'The first of them',
  confirm: (count: number) => `Import ${counted(count)}`,
  cancel: 'Do not import',
  done: (entries: string, title: string) => `${entries} imported: ${title}.`,
  unfinished: 'Not imported yet',
  goOn: 'Go on',
  discard: 'Discard',
  goOnWith: (name: string) => `Go on with the import of ${name}`,
  discardOf: (name: string) => `Discard the import of ${name}`,
  into: 'Import it as',
  targets: {
    new: 'a new glossary',
    update: (title: string) => `${title}, in place of what it holds`,
    own: 'a part of my own terms',
  },
  choices: 'Read it differently',
  name: 'Title',
  language: 'Terms in',
  definitions: 'Definitions in',
  languageOption: (name: string, terms: number, definitions: number) =>
    `${name}: ${number(terms)} terms, ${number(definitions)} definitions`,
  bare: 'Without a definition, explain terms by their names in other languages',
  encoding: 'Letters',
  guessed: 'as guessed',
  columns: 'What the columns hold',
  header: 'The first row names the columns',
  columnNumber: (at: number) => `Column ${at}`,
  roleOf: (column: string) => `What ${column} holds`,
  languageOf: (column: string) => `Language of ${column}`,
  splitOf: (column: string) => `What separates items in ${column}`,
  anyLanguage: 'any',
  roles: {
    id: 'id',
    term: 'term',
    forms: 'other forms',
    native: 'names in other languages',
    language: 'language of the row',
    definition: 'definition',
    note: 'note',
    kind: 'kind',
    question: 'question',
    asOf: 'date',
    context: 'words for it',
    not: 'words against it',
    related: 'see also',
    sources: 'sources',
    ignore: 'nothing (left out)',
  } satisfies Record<ColumnRole, string>,
  splits: { '': 'one item', '|': '|', ';': ';', ',': ',', '\n': 'lines' } satisfies Record<
    NonNullable<Column['split']> | '',
    string
  >,
} as const;
