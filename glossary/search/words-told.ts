import type { Entry } from '../entry.ts';
import type { Splitter } from './splitter.ts';
import { grown, type WordTable } from './word-table.ts';

/** Words of a definition that can be searched: all of any definition that one would read. */
const MOST_WORDS = 4_000;

/** Which words each entry explains itself with: its question and definition, each word once. */
export class WordsTold {
  words = new Uint32Array(1 << 16);
  entries = new Uint32Array(1 << 16);
  count = 0;
  private readonly splitter: Splitter;
  private readonly table: WordTable;
  /** One more than the last entry that told each word. */
  private tellers = new Uint32Array(1 << 12);

  constructor(splitter: Splitter, table: WordTable) {
    this.splitter = splitter;
    this.table = table;
  }

  add({ question, definition }: Entry, entry: number): void {
    if (question !== undefined) this.addText(question, entry);
    this.addText(definition, entry);
  }

  private addText(text: string, entry: number): void {
    const { splitter, table } = this;
    splitter.split(text, MOST_WORDS);
    for (let at = 0; at < splitter.count; at++) {
      const word = table.add(splitter.units, splitter.starts[at] ?? 0, splitter.ends[at] ?? 0);
      while (word >= this.tellers.length) this.tellers = grown(this.tellers, Uint32Array);
      if (this.tellers[word] === entry + 1) continue;
      this.tellers[word] = entry + 1;
      if (this.count === this.words.length) {
        this.words = grown(this.words, Uint32Array);
        this.entries = grown(this.entries, Uint32Array);
      }
      this.words[this.count] = word;
      this.entries[this.count++] = entry;
    }
  }
}
