import type { SectionReader } from './sections.ts';

/** Texts as UTF-8, one after the other: text `i` ends where text `i + 1` begins. */
export interface TextTable {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Texts encoded at once: one call for each costs more than the work. */
const BATCH = 4_096;
const decoder = new TextDecoder();

/** Puts texts into a table. */
export function packTexts(texts: readonly string[]): TextTable {
  const offsets = new Uint32Array(texts.length + 1);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let first = 0; first < texts.length; first += BATCH) {
    const batch = texts.slice(first, first + BATCH);
    pieces.push(encoder.encode(batch.map((text) => text.toWellFormed()).join('')));
    batch.forEach((text, at) => {
      length += bytesOf(text);
      offsets[first + at + 1] = length;
    });
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { offsets, bytes };
}

/** Bytes that a text takes, half pairs counted as the sign that replaces them. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isPair = (unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (isPair) at++;
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : isPair ? 4 : 3;
  }
  return bytes;
}

/** A table from the next two sections of a buffer. */
export function readText(sections: SectionReader): TextTable {
  return { offsets: sections.numbers(), bytes: sections.bytes() };
}

/** Text `item` of a table. */
export function textAt({ offsets, bytes }: TextTable, item: number): string {
  return decoder.decode(bytes.subarray(offsets[item] ?? 0, offsets[item + 1] ?? 0));
}
