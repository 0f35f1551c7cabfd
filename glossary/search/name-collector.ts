import type { Entry } from '../entry.ts';
import { ALIAS, GLUED, MOST_NAME_WORDS, NATIVE, TERM } from './search-index.ts';
import { LONGEST_ITEM } from './sorted-list.ts';
import type { Splitter } from './splitter.ts';
import { TextCollector } from './text-table.ts';
import { grown, type WordTable } from './word-table.ts';

/** Gathers the names of entries: their folded units without spaces, and the numbers of their words. */
export class NameCollector {
  /** Name `i` is `units` from `starts[i]` to `ends[i]`. */
  units = new Uint16Array(1 << 16);
  starts = new Uint32Array(1 << 12);
  ends = new Uint32Array(1 << 12);
  entries = new Uint32Array(1 << 12);
  roles = new Uint8Array(1 << 12);
  /** How each is really written; empty for the term itself. */
  readonly texts = new TextCollector();
  /** Words of name `i` are `words` from `wordOffsets[i]`. */
  wordOffsets = new Uint32Array(1 << 12);
  words = new Uint32Array(1 << 14);
  count = 0;
  private readonly splitter: Splitter;
  private readonly table: WordTable;
  private wordCount = 0;

  constructor(splitter: Splitter, table: WordTable) {
    this.splitter = splitter;
    this.table = table;
  }

  /** Adds every way an entry is written; ways that fold to the same are one. */
  add(entry: Entry, number: number): void {
    const first = this.count;
    this.addName(entry.term, TERM, { number, first });
    for (const { text } of entry.forms) this.addName(text, ALIAS, { number, first });
    for (const { text } of entry.native) this.addName(text, NATIVE, { number, first });
  }

  private addName(text: string, role: number, { number, first }: { number: number; first: number }): void {
    const { splitter } = this;
    splitter.split(text, MOST_NAME_WORDS);
    if (splitter.count === 0) return;
    this.makeRoom();
    const start = this.count === 0 ? 0 : (this.ends[this.count - 1] ?? 0);
    this.starts[this.count] = start;
    this.ends[this.count] = this.takeUnits(start);
    if (this.isKnown(first)) return;
    this.takeWords();
    this.entries[this.count] = number;
    this.roles[this.count] = role;
    this.texts.add(role === TERM ? '' : text);
    this.count++;
    this.wordOffsets[this.count] = this.wordCount;
  }

  private takeUnits(start: number): number {
    const { units, ends, count } = this.splitter;
    const length = Math.min(LONGEST_ITEM, ends[count - 1] ?? 0);
    while (start + length > this.units.length) this.units = grown(this.units, Uint16Array);
    this.units.set(units.subarray(0, length), start);
    return start + length;
  }

  private takeWords(): void {
    const { units, starts, ends, glued, count } = this.splitter;
    while (this.wordCount + count > this.words.length) this.words = grown(this.words, Uint32Array);
    for (let word = 0; word < count; word++) {
      const number = this.table.add(units, starts[word] ?? 0, ends[word] ?? 0);
      this.words[this.wordCount++] = glued[word] === 1 ? (number | GLUED) >>> 0 : number;
    }
  }

  /** Whether the entry already has a name of the same words as the one being added. */
  private isKnown(first: number): boolean {
    for (let name = first; name < this.count; name++) {
      if (this.equalsLast(name)) return true;
    }
    return false;
  }

  private equalsLast(name: number): boolean {
    const own = this.starts[name] ?? 0;
    const last = this.starts[this.count] ?? 0;
    const length = (this.ends[name] ?? 0) - own;
    if ((this.ends[this.count] ?? 0) - last !== length) return false;
    for (let at = 0; at < length; at++) if (this.units[own + at] !== this.units[last + at]) return false;
    return true;
  }

  private makeRoom(): void {
    if (this.count + 1 < this.starts.length) return;
    this.starts = grown(this.starts, Uint32Array);
    this.ends = grown(this.ends, Uint32Array);
    this.entries = grown(this.entries, Uint32Array);
    this.roles = grown(this.roles, Uint8Array);
    this.wordOffsets = grown(this.wordOffsets, Uint32Array);
  }
}
