import type { Origin } from '../../platform/database.ts';

/** `1 entry`, `2 entries`. */
export function counted(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`;
}

/** `12 kB`, `3.4 MB`; of characters, which are bytes in most languages. */
export function sizeText(characters: number): string {
  const [value, unit] = characters < 1_000_000 ? [characters / 1_000, 'kB'] : [characters / 1_000_000, 'MB'];
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}

/** What the glossary manager says. */
export const MANAGER = {
  undo: 'Undo',
  shelf: {
    note: 'Where two glossaries explain the same term, the upper one comes first.',
    origins: {
      'built-in': 'comes with Glossator',
      own: 'written by you',
      file: 'from a file',
      subscription: 'subscribed',
    } satisfies Record<Origin, string>,
    managed: 'from your organisation',
    version: (version: string) => `version ${version}`,
    drag: 'Drag to another place',
    up: (title: string) => `Move ${title} up`,
    down: (title: string) => `Move ${title} down`,
    movedTo: (title: string, place: number, of: number) => `${title} is now number ${place} of ${of}.`,
    browseShort: 'Entries',
    exportShort: 'Export',
    removeShort: 'Remove',
    browse: (title: string) => `Entries of ${title}`,
    export: (title: string) => `Export ${title}`,
    remove: (title: string) => `Remove ${title}`,
    removed: (title: string, count: number) => `${title} with ${counted(count)} was removed.`,
    entriesOf: (title: string) => `Entries of ${title}`,
    close: 'Close',
  },
  list: {
    search: 'Search in these entries',
    all: (count: number) => `Choose all ${counted(count)}`,
    choose: (term: string) => `Choose ${term}`,
    none: 'No entry has these words.',
    loading: 'Reading the entries …',
    found: (found: number, all: number) =>
      found === all ? counted(all) : `${found.toLocaleString('en')} of ${counted(all)}`,
  },
  own: {
    none: 'You have written no terms yet. Select a word on any page and choose “Add to my terms”, or write one here.',
    add: 'New term',
    edit: 'Edit',
    editOf: (term: string) => `Edit ${term}`,
    duplicate: 'Duplicate',
    duplicateOf: (term: string) => `Duplicate ${term}`,
    remove: 'Delete',
    removeOf: (term: string) => `Delete ${term}`,
    removed: (term: string) => `${term} was deleted.`,
    reword: 'Reword',
    rewordOf: (term: string) => `Reword ${term}`,
    take: 'Copy to my terms',
    takeOf: (term: string) => `Copy to my terms: ${term}`,
    saved: (term: string) => `${term} is saved.`,
    gone: 'This term is not among yours any more.',
    unfinished: 'Not saved yet',
    unnamed: 'a term without a name',
    goOn: 'Go on',
    discardShort: 'Discard',
    continue: (term: string) => `Go on with ${term}`,
    discard: (term: string) => `Discard what was written of ${term}`,
    discarded: (term: string) => `What was written of ${term} is discarded.`,
  },
  bulk: {
    chosen: (count: number) => `${counted(count)} chosen`,
    kind: 'Set the kind',
    noKind: 'no kind',
    when: 'Set when they are marked',
    whens: {
      '': 'Set when they are marked',
      always: 'everywhere',
      context: 'only with context',
    },
    context: 'Words that speak for them, with commas',
    add: 'Add',
    remove: 'Delete',
    nothing: 'That would change nothing.',
    changed: (count: number) => `${counted(count)} changed.`,
    removed: (count: number) => `${counted(count)} deleted.`,
    take: (count: number) => `Copy ${counted(count)} to my terms`,
    taken: (count: number) => `${counted(count)} copied to your terms.`,
  },
  editor: {
    newTitle: 'A new term',
    editTitle: (term: string) => `Edit ${term}`,
    rewordTitle: (term: string, glossary: string) => `${term} in ${glossary}, in your words`,
    rewordNote:
      'Yours is shown in place of the shared entry, also after updates, until you take the shared one again.',
    term: 'Term',
    definition: 'Definition',
    definitionNote: 'What it is, in your own words. Plain text.',
    question: 'The question it answers',
    questionNote: 'Searched for as well: “What is the capital of Peru?”',
    asOf: 'As of',
    asOfNote: 'When it was last checked: 2026, 2026-02 or 2026-02-23.',
    kind: 'Kind',
    noKind: 'not given',
    forms: 'How it is written on pages',
    formsNote: 'The term itself, and other ways to write it. Several lines can be pasted at once.',
    form: (number: number) => `Form ${number}`,
    contextOnly: 'only with context',
    contextOnlyOf: (form: string) => `${form}: only with context`,
    caseOf: (form: string) => `${form}: capitals`,
    cases: {
      usual: 'capitals as usual',
      exact: 'exactly as written',
      fold: 'in any case',
    },
    addForm: 'Add a form',
    removeForm: (form: string) => `Remove the form ${form}`,
    native: 'In other languages',
    nativeNote:
      'Its name, and the tag of the language: ko, ar, zh-Hant. Pages in that language are marked too.',
    nativeLang: (number: number) => `Language of name ${number}`,
    nativeText: (number: number) => `Name ${number}`,
    langPlaceholder: 'ko',
    addNative: 'Add a name',
    removeNative: (name: string) => `Remove the name ${name}`,
    context: 'Words that speak for it',
    contextNote: 'One a line. A form that needs context is marked on pages that have such words.',
    not: 'Words that speak against it',
    notNote: 'One a line.',
    sources: 'Sources',
    sourceTitle: (number: number) => `Title of source ${number}`,
    sourceUrl: (number: number) => `Address of source ${number}`,
    titlePlaceholder: 'Title',
    addSource: 'Add a source',
    removeSource: (number: number) => `Remove source ${number}`,
    related: 'See also',
    relatedNote: 'Begin to type the name of a term in any of your glossaries.',
    addRelated: 'Add',
    removeRelated: (term: string) => `Remove ${term} from see also`,
    unknownRelated: (term: string) => `No glossary has a term “${term}”.`,
    save: 'Save',
    cancel: 'Cancel',
    kept: 'What you write is kept until you save it, also if the window closes.',
    conflict: 'This term was changed in another window meanwhile. Save again to put yours in its place.',
  },
  preview: {
    title: 'Preview',
    card: 'The card',
    none: 'The card appears as soon as there are a term and a definition.',
    sample: 'Try it in a sentence',
    marked: (count: number) =>
      count === 0
        ? 'Nothing would be marked.'
        : count === 1
          ? '1 place would be marked.'
          : `${count} places would be marked.`,
    heldBack: (forms: string) => `Held back, because nothing here speaks for it: ${forms}.`,
  },
  hints: {
    title: 'Worth knowing',
    unmatchable: (form: string, expected: string) =>
      `“${form}” can never be found on a page: expected ${expected}.`,
    common: (form: string) =>
      `“${form}” is too common: it would be marked on nearly every page. Let it be marked only with context.`,
    ambiguous: (form: string, rivals: string) => `“${form}” is ambiguous: it is also ${rivals}.`,
    rival: (term: string, glossary: string) => `“${term}” in ${glossary}`,
    noContext: (form: string) => `“${form}” needs context, but no words that speak for it are given.`,
  },
  export: {
    title: (title: string) => `Save ${title} as`,
    formats: { json: 'JSON', csv: 'CSV', tsv: 'TSV', tbx: 'TBX', turtle: 'SKOS (Turtle)', anki: 'Anki' },
    gone: 'This glossary is gone.',
  },
  snapshots: {
    title: 'Earlier states of your terms',
    note: 'Kept before the first change of each day, and before all terms were replaced. The last ten of each.',
    kinds: { daily: 'daily', before: 'before they were replaced' },
    restore: 'Restore',
    restoreOf: (time: string) => `Restore the terms of ${time}`,
    restored: (time: string) => `Your terms are as they were on ${time}.`,
  },
} as const;
