import { joins, LATIN, OTHER, UPPER_CASE } from './characters.ts';
import * as table from './fold-table.ts';
import { Offsets } from './offsets.ts';

/** Units folded at a time: enough that the overlap of two windows costs little, few enough for the cache. */
export const WINDOW = 16_384;
/** Room for the longest expansion of one cluster beyond a full window. */
export const SLACK = 1_024;
/** Units of page text in one letter with its marks; more marks than this are an attack, not writing. */
const LONGEST_CLUSTER = 32;
const HYPHEN_UNIT = 0x2d;
const SMALL_S = 0x73;

/**
 * Folds a text window by window into one normal form, with a map back to the text.
 * White space and joining hyphens fold to one space; a dash that parts clauses (` – `) stays; dots within
 * an acronym (D.P.R.K.) go.
 */
export class Folder {
  /** The folded units as rows (see `ROWS`); both units of a pair have its class, the second with `MARK`. */
  readonly rows = new Int32Array(WINDOW + SLACK);
  /** Where each unit stands in the text. */
  readonly offsets = new Offsets(2 * (WINDOW + SLACK));
  length = 0;
  private text = '';
  private next = 0;
  /** Where the letter after an acronym's last dropped dot stands, or below 0. */
  private acronym = -1;

  /** Starts on a text; call `fill` next. */
  begin(text: string): void {
    this.text = text;
    this.next = 0;
    this.length = 0;
    this.acronym = -1;
    this.offsets.clear();
  }

  /** True when the whole text has been folded. */
  get done(): boolean {
    return this.next >= this.text.length;
  }

  /** Forgets the first `count` units to make room for the next `fill`. */
  drop(count: number): void {
    this.rows.copyWithin(0, count, this.length);
    this.offsets.drop(count);
    this.length -= count;
    this.acronym -= count;
  }

  /** Folds on until the window is full or the text ends. */
  fill(): void {
    const { text, rows } = this;
    const { ROWS, KIND_SHIFT, SIMPLE, BLANK, HYPHEN, DOT, SPACE_ROW } = table;
    const stop = text.length;
    let at = this.next;
    let length = this.length;
    this.offsets.follow(length, at);
    while (at < stop && length < WINDOW) {
      const unit = text.charCodeAt(at);
      const row = ROWS[unit] ?? 0;
      const kind = row >> KIND_SHIFT;
      if (kind === SIMPLE) {
        rows[length++] = row;
        at++;
      } else if (
        (kind === BLANK || kind === HYPHEN) &&
        at + 1 < stop &&
        isSimple(text.charCodeAt(at + 1)) &&
        (length === 0 || rows[length - 1] !== SPACE_ROW)
      ) {
        rows[length++] = SPACE_ROW;
        at++;
      } else if (kind === DOT && length > 0 && ((rows[length - 1] ?? 0) & UPPER_CASE) === 0) {
        rows[length++] = row;
        at++;
      } else {
        this.next = at;
        this.length = length;
        this.special(unit);
        at = this.next;
        length = this.length;
        this.offsets.follow(length, at);
      }
    }
    this.next = at;
    this.length = length;
    // A space beyond the last unit ends the last word, so that nobody need look at the length.
    rows[length] = SPACE_ROW;
  }

  private special(unit: number): void {
    const row = table.rowOf(unit);
    const kind = row >> table.KIND_SHIFT;
    if (kind === table.SIMPLE) this.put(row);
    else if (kind === table.BLANK || kind === table.HYPHEN) this.gap();
    else if (kind === table.DOT) this.dot(row);
    else if (kind === table.HALF) this.pair(unit);
    else if (kind === table.SEVERAL)
      this.emit(table.foldCluster(String.fromCharCode(unit)), this.next, this.next + 1);
    else if (kind === table.COMBINING || kind === table.JAMO) this.combine(unit, kind);
    else {
      this.next++;
      if (kind === table.POINT && this.length > 0) this.offsets.extend(this.length - 1, this.next);
    }
  }

  private put(row: number): void {
    this.offsets.follow(this.length, this.next++);
    this.rows[this.length++] = row;
  }

  private emit(folded: Int32Array, start: number, end: number): void {
    this.next = end;
    if (folded.length === 0) return;
    this.offsets.share(this.length, start, end);
    this.rows.set(folded, this.length);
    this.length += folded.length;
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
    // After a mark without a letter there is a space already.
    if (this.length > 0 && this.rows[this.length - 1] === table.SPACE_ROW)
      this.offsets.extend(this.length - 1, end);
    else {
      this.offsets.share(this.length, start, end);
      this.rows[this.length++] = table.SPACE_ROW;
    }
    if (parting) {
      this.rows[this.length++] = table.rowFor(HYPHEN_UNIT, OTHER);
      this.rows[this.length++] = table.SPACE_ROW;
    }
    this.next = end;
  }

  /** Drops the dots of an acronym; any other dot is punctuation. */
  private dot(row: number): void {
    const { text, next, length, rows } = this;
    const last = length - 1;
    const running = last === this.acronym && last > 0;
    if (((rows[last] ?? 0) & UPPER_CASE) !== 0 && (running || last === 0 || !joins(rows[last - 1] ?? 0))) {
      const following = text.charCodeAt(next + 1);
      const joined = isCapital(following) && !isOfWord(text.charCodeAt(next + 2));
      const ending = running && (!isOfWord(following) || endsPlural(text, next + 1));
      if (ending) this.offsets.extend(last, next + 1);
      if (joined || ending) {
        this.acronym = joined ? length : -1;
        this.next++;
        return;
      }
    }
    this.put(row);
  }

  private pair(high: number): void {
    const low = this.text.charCodeAt(this.next + 1);
    const paired = (high & 0xfc00) === 0xd800 && (low & 0xfc00) === 0xdc00;
    if (paired) this.emit(table.foldCluster(String.fromCharCode(high, low)), this.next, this.next + 2);
    else this.put(table.rowFor(high, OTHER));
  }

  /** A mark or jamo that may change the letter before it: that letter is folded again with it. */
  private combine(unit: number, kind: number): void {
    const { text, next, length, offsets } = this;
    const last = length - 1;
    const before = length > 0 ? (this.rows[last] ?? 0) : table.SPACE_ROW;
    const start = length > 0 ? offsets.startOf(last) : 0;
    if (before === table.SPACE_ROW || next + 1 - start > LONGEST_CLUSTER) {
      this.emit(table.foldCluster(String.fromCharCode(unit)), next, next + 1);
    } else if (kind === table.COMBINING && (before & LATIN) !== 0) {
      offsets.extend(last, ++this.next);
    } else {
      while (this.length > 0 && offsets.startOf(this.length - 1) === start) this.length--;
      this.emit(table.foldCluster(text.slice(start, next + 1)), start, next + 1);
    }
  }
}

function isSimple(unit: number): boolean {
  return (table.ROWS[unit] ?? 0) >> table.KIND_SHIFT === table.SIMPLE;
}

function isCapital(unit: number): boolean {
  return !Number.isNaN(unit) && (table.rowOf(unit) & UPPER_CASE) !== 0;
}

function isOfWord(unit: number): boolean {
  return !Number.isNaN(unit) && joins(table.rowOf(unit));
}

/** The s of "I.C.B.M.s". */
function endsPlural(text: string, at: number): boolean {
  return text.charCodeAt(at) === SMALL_S && !isOfWord(text.charCodeAt(at + 1));
}

/** Made once: its arrays are far larger than most texts that are folded whole. */
let folder: Folder | undefined;

/** The folded form of a whole text in lower case, without spaces at its ends. */
export function fold(text: string): string {
  folder ??= new Folder();
  folder.begin(text);
  let folded = '';
  while (true) {
    folder.fill();
    const ready = folder.length - (folder.done ? 0 : LONGEST_CLUSTER);
    for (let at = 0; at < ready; at++) folded += String.fromCharCode(table.unitOf(folder.rows[at] ?? 0));
    if (folder.done) return folded.trim();
    folder.drop(ready);
  }
}
