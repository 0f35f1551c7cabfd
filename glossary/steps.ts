import { CLASS_BITS, HANGUL, joins, LOWER_CASE, MARK, OTHER, SPACE, WORD } from './characters.ts';
import { secondSingular } from './endings.ts';
import type { Folder } from './fold.ts';
import { SLACK, WINDOW } from './fold.ts';
import { unitOf } from './fold-table.ts';

/** A step begins after a space. */
export const SPACED = 1;
/** A step contains a lower-case letter. */
export const HAS_LOWER = 2;
/** A step can be the plural of another: it is a Latin word that ends in s. */
export const ENDS_IN_S = 8;
/** A step has no left edge: Hangul within a run of Hangul. */
export const INNER = 16;
/** A step is an Arabic or Hebrew word, which may carry prefixes. */
export const PREFIXED = 32;
/** A step is punctuation. */
export const SIGN = 64;
/** A step that ends in s has a second possible singular (parties: party, boxes: box). */
export const SECOND_STEM = 128;

const SMALL_S = 0x73;
const SMALL_Y = 0x79;
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Spreads every bit of a hash over all its bits (the finalizer of MurmurHash3). */
export function spread(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The hash of folded units from `from` to `to`. */
export function hashUnits(rows: Int32Array, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ unitOf(rows[at] ?? 0), PRIME);
  return spread(hash);
}

/** The hash of the units from `from` to `to` with one more unit appended. */
export function hashUnitsAnd(rows: Int32Array, from: number, to: number, last: number): number {
  let hash = SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ unitOf(rows[at] ?? 0), PRIME);
  return spread(Math.imul(hash ^ last, PRIME));
}

/** The hash of a row of steps with one more step after it; `spaced` is 1 if a space stands between. */
export function hashOn(row: number, spaced: number, step: number): number {
  return spread(Math.imul(row, 31) + Math.imul(step, 3) + spaced);
}

/**
 * The steps of a folded text: each spaced word, each syllable of Hangul, each character of the scripts
 * without spaces (with its marks) and each sign is one. A match begins and ends with a step.
 */
export class Steps {
  count = 0;
  readonly starts = new Int32Array(WINDOW + SLACK);
  readonly ends = new Int32Array(WINDOW + SLACK);
  readonly hashes = new Int32Array(WINDOW + SLACK);
  readonly flags = new Uint8Array(WINDOW + SLACK);
  /** Where `ENDS_IN_S`: the hash without the s. */
  readonly stems = new Int32Array(WINDOW + SLACK);
  /** Where `SECOND_STEM`: the hash of the other singular. */
  readonly secondStems = new Int32Array(WINDOW + SLACK);

  /** Cuts all that is in the folder into steps. */
  cut(folder: Folder): void {
    const { rows, length } = folder;
    let at = 0;
    let spaced = 0;
    this.count = 0;
    while (at < length) {
      const charClass = (rows[at] ?? 0) & CLASS_BITS;
      if (charClass === SPACE) {
        spaced = SPACED;
        at++;
        continue;
      }
      at = joins(charClass) ? this.addWord(folder, at, spaced) : this.addCharacter(folder, at, spaced);
      spaced = 0;
    }
  }

  private addWord(folder: Folder, start: number, spaced: number): number {
    const { rows } = folder;
    const script = (rows[start] ?? 0) & CLASS_BITS;
    let row = rows[start] ?? 0;
    let hash = SEED;
    let stem = SEED;
    let seen = 0;
    let unit = 0;
    let at = start;
    do {
      seen |= row;
      unit = unitOf(row);
      stem = hash;
      hash = Math.imul(hash ^ unit, PRIME);
      row = rows[++at] ?? 0;
    } while (joins(row));
    const lower = seen & LOWER_CASE ? HAS_LOWER : 0;
    const special = script === WORD ? 0 : PREFIXED;
    const plural = unit === SMALL_S && at - start > 1 ? this.addStems(rows, { start, end: at, stem }) : 0;
    this.add(start, at, spread(hash), spaced | lower | special | plural);
    return at;
  }

  private addStems(rows: Int32Array, word: { start: number; end: number; stem: number }): number {
    const { start, end } = word;
    this.stems[this.count] = spread(word.stem);
    const second = secondSingular(rows, start, end);
    if (second === undefined) return ENDS_IN_S;
    const stem =
      second === 'ies' ? hashUnitsAnd(rows, start, end - 3, SMALL_Y) : hashUnits(rows, start, end - 2);
    this.secondStems[this.count] = stem;
    return ENDS_IN_S | SECOND_STEM;
  }

  private addCharacter(folder: Folder, start: number, spaced: number): number {
    const { rows } = folder;
    const charClass = (rows[start] ?? 0) & CLASS_BITS;
    let at = start + 1;
    while (((rows[at] ?? 0) & MARK) !== 0 && !joins(rows[at] ?? 0)) at++;
    const inner = charClass === HANGUL && ((rows[start - 1] ?? 0) & CLASS_BITS) === HANGUL;
    const flags = spaced | (inner ? INNER : 0) | (charClass === OTHER ? SIGN : 0);
    this.add(start, at, hashUnits(rows, start, at), flags);
    return at;
  }

  private add(start: number, end: number, hash: number, flags: number): void {
    const { count } = this;
    this.starts[count] = start;
    this.ends[count] = end;
    this.hashes[count] = hash;
    this.flags[count] = flags;
    this.count = count + 1;
  }
}
