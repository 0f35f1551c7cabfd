import {
  ALONE,
  DOT,
  DROPS,
  jamoOf,
  kindOf,
  LETTER,
  SEPARATES,
  SYLLABLE,
  spellingOf,
  VOWEL_OR_TAIL,
} from './letters.ts';

/** Units of a word that count; nothing one types or reads is longer. */
const LONGEST_WORD = 64;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/**
 * Splits text into folded words: no case, no accents, hyphens part words, acronyms lose their dots.
 * Word `i` is `units` from `starts[i]` to `ends[i]`; `glued[i]` is 1 where no space stands before it.
 * One splitter serves many texts, one after the other; the arrays are its own.
 */
export class Splitter {
  units = new Uint16Array(1_024);
  starts = new Uint32Array(256);
  ends = new Uint32Array(256);
  glued = new Uint8Array(256);
  count = 0;
  private length = 0;
  private begin = -1;
  private touching = false;
  /** Where the letters since the last dot begin: one letter between dots belongs to an acronym. */
  private piece = 0;
  private most = 0;

  /** Splits `text`; at most `most` words are kept. */
  split(text: string, most: number): void {
    this.count = 0;
    this.length = 0;
    this.begin = -1;
    this.touching = false;
    this.most = most;
    const plain = isAscii(text) ? text.toLowerCase() : text.normalize('NFKD').toLowerCase().normalize('NFKD');
    for (let at = 0; at < plain.length && this.count < most; at++) {
      const unit = plain.charCodeAt(at);
      // Nearly every character of nearly every text: a small letter after another.
      if (unit >= SMALL_A && unit <= SMALL_Z && this.begin >= 0 && this.length < this.units.length) {
        if (this.length - this.begin < LONGEST_WORD) this.units[this.length++] = unit;
        continue;
      }
      const point = (unit & 0xfc00) === 0xd800 ? (plain.codePointAt(at) ?? unit) : unit;
      if (point > 0xffff) at++;
      this.take(point, plain, at);
    }
    this.endWord();
    if (this.count === 0) this.takeWhole(plain);
  }

  private take(point: number, text: string, at: number): void {
    const kind = kindOf(point);
    if (kind === LETTER) {
      if (this.begin < 0) this.beginWord();
      if (point < 0x80) this.put(point);
      else this.putAll(spellingOf(String.fromCodePoint(point)));
    } else if (kind === SEPARATES) {
      this.endWord();
      this.touching = false;
    } else if (kind === DOT) this.dot(text, at);
    else if (kind !== DROPS) this.takeSymbol(kind, point);
  }

  private takeSymbol(kind: number, point: number): void {
    if (kind === ALONE || kind === SYLLABLE || this.begin < 0) {
      this.endWord();
      this.beginWord();
    }
    const isJamo = kind === SYLLABLE || kind === VOWEL_OR_TAIL;
    this.putAll((isJamo ? jamoOf(point) : undefined) ?? String.fromCodePoint(point));
    if (kind === ALONE) this.endWord();
  }

  private dot(text: string, at: number): void {
    const inAcronym = this.begin >= 0 && this.length - this.piece === 1;
    if (inAcronym && at + 1 < text.length && kindOf(text.charCodeAt(at + 1)) === LETTER)
      this.piece = this.length;
    else {
      this.endWord();
      this.touching = false;
    }
  }

  private beginWord(): void {
    if (this.count === this.starts.length) this.makeRoomForWords();
    this.begin = this.length;
    this.piece = this.length;
    this.glued[this.count] = this.touching ? 1 : 0;
    this.touching = true;
  }

  private endWord(): void {
    if (this.begin < 0) return;
    this.starts[this.count] = this.begin;
    this.ends[this.count++] = this.length;
    this.begin = -1;
  }

  private put(unit: number): void {
    if (this.length - this.begin >= LONGEST_WORD) return;
    if (this.length === this.units.length) this.units = doubled(this.units, new Uint16Array(this.length * 2));
    this.units[this.length++] = unit;
  }

  private putAll(text: string): void {
    for (let at = 0; at < text.length; at++) this.put(text.charCodeAt(at));
  }

  /** A name of nothing but punctuation is still a name. */
  private takeWhole(text: string): void {
    const signs = text.slice(0, LONGEST_WORD * 2).replace(/\s/g, '');
    if (signs === '' || this.most < 1) return;
    this.beginWord();
    this.putAll(signs);
    this.endWord();
  }

  private makeRoomForWords(): void {
    const size = this.count * 2;
    this.starts = doubled(this.starts, new Uint32Array(size));
    this.ends = doubled(this.ends, new Uint32Array(size));
    this.glued = doubled(this.glued, new Uint8Array(size));
  }
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

function doubled<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
