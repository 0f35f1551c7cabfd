import type { Entry, Glossary } from './entry.ts';
import { pack, unpack } from './packed.ts';
import { searchWords } from './search-words.ts';

/** Magic number of the buffer: "GLS1". Raise the digit with every change of the layout. */
const MAGIC = 0x31534c47;

/** Kinds of names, the better first. */
export const NAME = { term: 0, form: 1, native: 2 } as const;

const SHAPE = {
  /** Sorted distinct words of names and definitions, UTF-8, one a line, and the length of each. */
  words: new Uint8Array(),
  wordLengths: new Uint32Array(),
  /** Which letters a word has, one bit each: tells most words that are no typo of another at a glance. */
  letters: new Uint32Array(),
  /** Names in which a word stands … */
  nameLists: new Uint32Array(),
  nameListStarts: new Uint32Array(),
  /** … and entries in whose definition it does. */
  definitionLists: new Uint32Array(),
  definitionListStarts: new Uint32Array(),
  /** Words of each name, in order. */
  nameWords: new Uint32Array(),
  nameWordStarts: new Uint32Array(),
  nameEntries: new Uint32Array(),
  nameKinds: new Uint8Array(),
  /** Names as written, and `glossary/entry` of every entry, UTF-8. */
  texts: new Uint8Array(),
  nameTextStarts: new Uint32Array(),
  refStarts: new Uint32Array(),
};
type Shape = typeof SHAPE;

/** What `search` looks in: views on one buffer that can be stored as it is. */
export interface SearchIndex extends Readonly<Shape> {
  readonly buffer: ArrayBuffer;
  /** The distinct words as strings, sorted by code unit. */
  readonly vocabulary: readonly string[];
}

/** Builds the search index of glossaries; the order given is the reader's. */
export function buildSearchIndex(glossaries: readonly Glossary[]): SearchIndex {
  return openSearchIndex(pack(MAGIC, sectionsOf(glossaries)));
}

/** Opens a stored search index. @throws Error when it is damaged or of another version. */
export function openSearchIndex(buffer: ArrayBuffer): SearchIndex {
  const sections = unpack(buffer, MAGIC, SHAPE);
  const text = new TextDecoder().decode(sections.words);
  const vocabulary = text === '' ? [] : text.split('\n');
  if (vocabulary.length !== sections.wordLengths.length) {
    throw new Error('The stored index cannot be read: its words are damaged.');
  }
  return { ...sections, buffer, vocabulary };
}

interface Name {
  readonly entry: number;
  readonly kind: number;
  readonly text: string;
  readonly words: readonly string[];
}

function sectionsOf(glossaries: readonly Glossary[]): Shape {
  const refs: string[] = [];
  const names: Name[] = [];
  const definitions: string[][] = [];
  for (const glossary of glossaries) {
    for (const entry of glossary.entries) {
      names.push(...namesOf(entry, refs.length));
      definitions.push([...new Set(searchWords(entry.definition))]);
      refs.push(`${glossary.id}/${entry.id}`);
    }
  }
  const numbers = numbered(names, definitions);
  const vocabulary = [...numbers.keys()];
  const nameNumbers = names.map(({ words }) => words.map((word) => numbers.get(word) ?? 0));
  const definitionNumbers = definitions.map((words) => words.map((word) => numbers.get(word) ?? 0));
  const nameLists = inverted(nameNumbers, vocabulary.length);
  const definitionLists = inverted(definitionNumbers, vocabulary.length);
  const texts = laid([...names.map(({ text }) => text), ...refs]);
  return {
    ...wordSections(vocabulary),
    nameLists: nameLists.lists,
    nameListStarts: nameLists.starts,
    definitionLists: definitionLists.lists,
    definitionListStarts: definitionLists.starts,
    nameWords: Uint32Array.from(nameNumbers.flat()),
    nameWordStarts: startsOf(nameNumbers.map((words) => words.length)),
    nameEntries: Uint32Array.from(names, ({ entry }) => entry),
    nameKinds: Uint8Array.from(names, ({ kind }) => kind),
    texts: texts.bytes,
    nameTextStarts: texts.starts.slice(0, names.length + 1),
    refStarts: texts.starts.slice(names.length),
  };
}

/** Names of an entry: each way of writing once, however many forms fold to it. */
function namesOf(entry: Entry, number: number): Name[] {
  const seen = new Set<string>();
  const all = [
    ...entry.forms.map(({ text }) => ({ text, kind: text === entry.term ? NAME.term : NAME.form })),
    ...entry.native.map(({ text }) => ({ text, kind: NAME.native })),
  ];
  return all.flatMap(({ text, kind }) => {
    const words = searchWords(text);
    const key = words.join(' ');
    if (key === '' || seen.has(key)) return [];
    seen.add(key);
    return [{ entry: number, kind, text, words }];
  });
}

/** Every word with its number, in sorted order. */
function numbered(names: readonly Name[], definitions: readonly string[][]): Map<string, number> {
  const words = new Set<string>();
  for (const name of names) for (const word of name.words) words.add(word);
  for (const definition of definitions) for (const word of definition) words.add(word);
  return new Map([...words].sort().map((word, number) => [word, number]));
}

/** From rows that hold numbers to, for each number, the rows that hold it. */
function inverted(
  rows: readonly (readonly number[])[],
  count: number,
): { lists: Uint32Array<ArrayBuffer>; starts: Uint32Array<ArrayBuffer> } {
  const sizes = new Array<number>(count).fill(0);
  const distinct = rows.map((row) => (row.length > 1 ? [...new Set(row)] : row));
  for (const row of distinct) for (const number of row) sizes[number] = (sizes[number] ?? 0) + 1;
  const starts = startsOf(sizes);
  const lists = new Uint32Array(starts[count] ?? 0);
  const next = starts.slice();
  for (const [at, row] of distinct.entries()) {
    for (const number of row) {
      const place = next[number] ?? 0;
      lists[place] = at;
      next[number] = place + 1;
    }
  }
  return { lists, starts };
}

/** Where each of some lengths laid end to end begins, and where the last ends. */
function startsOf(lengths: readonly number[]): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(lengths.length + 1);
  let sum = 0;
  for (const [at, length] of lengths.entries()) {
    starts[at] = sum;
    sum += length;
  }
  starts[lengths.length] = sum;
  return starts;
}

function laid(texts: readonly string[]): {
  bytes: Uint8Array<ArrayBuffer>;
  starts: Uint32Array<ArrayBuffer>;
} {
  const encoder = new TextEncoder();
  const encoded = texts.map((text) => encoder.encode(text));
  const starts = startsOf(encoded.map((bytes) => bytes.length));
  const bytes = new Uint8Array(starts[texts.length] ?? 0);
  for (const [at, piece] of encoded.entries()) bytes.set(piece, starts[at] ?? 0);
  return { bytes, starts };
}

function wordSections(vocabulary: readonly string[]): Pick<Shape, 'words' | 'wordLengths' | 'letters'> {
  return {
    words: new TextEncoder().encode(vocabulary.join('\n')),
    wordLengths: Uint32Array.from(vocabulary, (word) => word.length),
    letters: Uint32Array.from(vocabulary, lettersOf),
  };
}

/** A bit for each letter that stands in a word, letters 32 apart sharing one. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits >>> 0;
}
