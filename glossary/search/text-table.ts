import type { SectionReader } from './sections.ts';
import { grown } from './word-table.ts';

/** Texts as UTF-8, one after the other: text `i` ends where text `i + 1` begins. */
export interface TextTable {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
/** Bytes that a UTF-16 unit takes at most. */
const WIDEST = 3;

/** Gathers texts for a table, as bytes: half a million strings would take three times as much memory. */
export class TextCollector {
  private bytes: Uint8Array = new Uint8Array(1 << 12);
  private offsets: Uint32Array = new Uint32Array(1 << 10);
  private count = 0;

  add(text: string): void {
    const start = this.offsets[this.count] ?? 0;
    while (start + text.length * WIDEST > this.bytes.length) this.bytes = grown(this.bytes, Uint8Array);
    if (this.count + 2 > this.offsets.length) this.offsets = grown(this.offsets, Uint32Array);
    this.offsets[++this.count] = start + this.write(text, start);
  }

  /** The table, in the order of these numbers of texts where it is another. */
  table(order?: Uint32Array): TextTable {
    const { bytes: from, offsets: ends, count } = this;
    if (order === undefined) return { offsets: ends.slice(0, count + 1), bytes: from.slice(0, ends[count]) };
    const offsets = new Uint32Array(count + 1);
    const bytes = new Uint8Array(ends[count] ?? 0);
    let at = 0;
    for (const [place, text] of order.entries()) {
      const part = from.subarray(ends[text], ends[text + 1]);
      bytes.set(part, at);
      at += part.length;
      offsets[place + 1] = at;
    }
    return { offsets, bytes };
  }

  /** Encoding costs more by the call than by the letter: most texts need none. */
  private write(text: string, start: number): number {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 0x7f) return encoder.encodeInto(text, this.bytes.subarray(start)).written;
      this.bytes[start + at] = unit;
    }
    return text.length;
  }
}

/** A table from the next two sections of a buffer. */
export function readText(sections: SectionReader): TextTable {
  return { offsets: sections.numbers(), bytes: sections.bytes() };
}

/** Text `item` of a table. */
export function textAt({ offsets, bytes }: TextTable, item: number): string {
  return decoder.decode(bytes.subarray(offsets[item] ?? 0, offsets[item + 1] ?? 0));
}
