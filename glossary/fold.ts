import { classOf, joins, LATIN, MARK, SPACE } from './characters.ts';
import * as table from './fold-table.ts';

/** Units folded at a time: enough that the overlap of two windows costs little, few enough for the cache. */
export const WINDOW = 16_384;
/** Room for the longest expansion of one cluster beyond a full window. */
const SLACK = 1_024;
/** Units of page text in one letter with its marks; more marks than this are an attack, not writing. */
const LONGEST_CLUSTER = 32;
const SPACE_UNIT = 0x20;
const HYPHEN_UNIT = 0x2d;
const SMALL_S = 0x73;

/**
 * Folds a text window by window into one normal form, with a map back to the text.
 * Unit `i` stands for the text from `starts[i]` to `ends[i]`. White space and joining hyphens fold to
 * one space; a dash that parts clauses (` – `) stays; dots within an acronym (D.P.R.K.) go.
 */
export class Folder {
  /** Folded units in lower case. */
  readonly units = new Uint16Array(WINDOW + SLACK);
  /** The same units in the text's own case. */
  readonly cased = new Uint16Array(WINDOW + SLACK);
  /** The class of each unit's character; both units of a pair have it, the second with `MARK`. */
  readonly classes = new Uint8Array(WINDOW + SLACK);
  readonly starts = new Int32Array(WINDOW + SLACK);
  readonly ends = new Int32Array(WINDOW + SLACK);
  length = 0;
  private text = '';
  private next = 0;
  /** Where the letter after an acronym's last dropped dot stands, or -1. */
  private acronym = -1;

  /** Starts on a text; call `fill` next. */
  begin(text: string): void {
    this.text = text;
    this.next = 0;
    this.length = 0;
    this.acronym = -1;
  }

  /** True when the whole text has been folded. */
  get done(): boolean {
    return this.next >= this.text.length;
  }

  /** Forgets the first `count` units to make room for the next `fill`. */
  drop(count: number): void {
    const lists = [this.units, this.cased, this.classes, this.starts, this.ends];
    for (const list of lists) list.copyWithin(0, count, this.length);
    this.length -= count;
    this.acronym -= count;
  }

  /** Folds on until the window is full or the text ends. */
  fill(): void {
    const { text, units, cased, classes, starts, ends } = this;
    const stop = text.length;
    let at = this.next;
    let length = this.length;
    while (at < stop && length < WINDOW) {
      const unit = text.charCodeAt(at);
      const kind = table.KIND[unit] ?? 0;
      if (kind === table.SIMPLE) {
        units[length] = table.LOWER[unit] ?? 0;
        cased[length] = table.CASED[unit] ?? 0;
        classes[length] = table.CLASS[unit] ?? 0;
      } else if (
        (kind === table.BLANK || kind === table.HYPHEN) &&
        table.KIND[text.charCodeAt(at + 1)] === table.SIMPLE
      ) {
        units[length] = SPACE_UNIT;
        cased[length] = SPACE_UNIT;
        classes[length] = SPACE;
      } else {
        this.next = at;
        this.length = length;
        this.special(unit, kind || table.kindOf(unit));
        at = this.next;
        length = this.length;
        continue;
      }
      starts[length] = at;
      at++;
      ends[length] = at;
      length++;
    }
    this.next = at;
    this.length = length;
    // A space beyond the last unit ends the last word, so that nobody need look at the length.
    classes[length] = SPACE;
  }

  private special(unit: number, kind: number): void {
    if (kind === table.SIMPLE) this.put(table.CASED[unit] ?? 0, table.LOWER[unit] ?? 0, 1);
    else if (kind === table.BLANK || kind === table.HYPHEN) this.gap();
    else if (kind === table.DOT) this.dot();
    else if (kind === table.HALF) this.pair(unit);
    else if (kind === table.SEVERAL) this.emit(table.expansionOf(unit), this.next, this.next + 1);
    else if (kind === table.COMBINING || kind === table.JAMO) this.combine(unit, kind);
    else {
      this.next++;
      if (kind === table.POINT && this.length > 0) this.ends[this.length - 1] = this.next;
    }
  }

  private put(cased: number, lower: number, width: number): void {
    const at = this.length++;
    this.cased[at] = cased;
    this.units[at] = lower;
    this.classes[at] = classOf(cased);
    this.starts[at] = this.next;
    this.next += width;
    this.ends[at] = this.next;
  }

  private emit(piece: table.FoldedPiece, start: number, end: number): void {
    let at = this.length;
    for (const character of piece.cased) {
      const found = classOf(character.codePointAt(0) ?? 0);
      this.classes.fill(found | MARK, at, at + character.length);
      this.classes[at] = found;
      at += character.length;
    }
    for (let i = 0; i < piece.cased.length; i++) {
      this.cased[this.length] = piece.cased.charCodeAt(i);
      this.units[this.length] = piece.lower.charCodeAt(i);
      this.starts[this.length] = start;
      this.ends[this.length++] = end;
    }
    this.next = end;
  }

  /** A run of white space and hyphens: one space, or a dash if it parts what stands around it. */
  private gap(): void {
    const { text } = this;
    const start = this.next;
    let end = start;
    let hyphens = 0;
    let before = false;
    let after = false;
    for (let at = start; at < text.length; at++) {
      const kind = table.kindOf(text.charCodeAt(at));
      if (kind === table.GONE) continue;
      if (kind === table.HYPHEN) hyphens++;
      else if (kind !== table.BLANK) break;
      else if (hyphens === 0) before = true;
      else after = true;
      end = at + 1;
    }
    const parting = hyphens > 1 || (hyphens === 1 && before && after);
    const pieces = parting ? [SPACE_UNIT, HYPHEN_UNIT, SPACE_UNIT] : [SPACE_UNIT];
    for (const unit of pieces) {
      this.next = start;
      this.put(unit, unit, end - start);
    }
  }

  /** Drops the dots of an acronym; any other dot is punctuation. */
  private dot(): void {
    const { text, next, length } = this;
    const last = length - 1;
    const running = last === this.acronym && last > 0;
    if (this.isCapital(last) && (running || last === 0 || !joins(this.classes[last - 1] ?? 0))) {
      const following = text.charCodeAt(next + 1);
      const joined = isCapitalUnit(following) && !isOfWord(text.charCodeAt(next + 2));
      const ending = running && (!isOfWord(following) || endsPlural(text, next + 1));
      if (joined) this.acronym = length;
      if (ending) this.ends[last] = next + 1;
      if (joined || ending) {
        this.next++;
        return;
      }
    }
    this.put(table.CASED[text.charCodeAt(next)] ?? 0, table.LOWER[text.charCodeAt(next)] ?? 0, 1);
  }

  private isCapital(index: number): boolean {
    return index >= 0 && this.cased[index] !== this.units[index];
  }

  private pair(high: number): void {
    const low = this.text.charCodeAt(this.next + 1);
    const paired = (high & 0xfc00) === 0xd800 && (low & 0xfc00) === 0xdc00;
    if (paired) this.emit(table.foldPair(high, low), this.next, this.next + 2);
    else this.put(high, high, 1);
  }

  /** A mark or jamo that may change the letter before it: that letter is folded again with it. */
  private combine(unit: number, kind: number): void {
    const { text, next, length } = this;
    const last = length - 1;
    const before = this.classes[last] ?? SPACE;
    const start = this.starts[last] ?? 0;
    if (before === SPACE || next + 1 - start > LONGEST_CLUSTER) {
      this.emit(table.foldCluster(String.fromCharCode(unit)), next, next + 1);
    } else if (kind === table.COMBINING && (before & LATIN) !== 0) {
      this.ends[last] = ++this.next;
    } else {
      while (this.length > 0 && this.starts[this.length - 1] === start) this.length--;
      this.emit(table.foldCluster(text.slice(start, next + 1)), start, next + 1);
    }
  }
}

function isCapitalUnit(unit: number): boolean {
  return (
    !Number.isNaN(unit) && table.kindOf(unit) === table.SIMPLE && table.CASED[unit] !== table.LOWER[unit]
  );
}

function isOfWord(unit: number): boolean {
  return !Number.isNaN(unit) && table.kindOf(unit) !== table.HALF && joins(classOf(table.CASED[unit] ?? 0));
}

/** The s of "I.C.B.M.s". */
function endsPlural(text: string, at: number): boolean {
  return text.charCodeAt(at) === SMALL_S && !isOfWord(text.charCodeAt(at + 1));
}

/** The folded form of a whole text, in lower case unless `cased`; spaces at the ends trimmed. */
export function fold(text: string, cased = false): string {
  const folder = new Folder();
  folder.begin(text);
  let folded = '';
  while (true) {
    folder.fill();
    const units = cased ? folder.cased : folder.units;
    const keep = folder.done ? 0 : Math.min(folder.length, LONGEST_CLUSTER);
    const ready = folder.length - keep;
    for (let at = 0; at < ready; at += 4_096) {
      folded += String.fromCharCode(...units.subarray(at, Math.min(ready, at + 4_096)));
    }
    if (folder.done) return folded.trim();
    folder.drop(ready);
  }
}
