import { addressesIn } from './addresses.ts';

/**
 * Knows which stretches of a text are not prose: URLs, e-mail addresses, handles, hashtags, file names,
 * paths, version numbers. Only the tokens that are asked for are looked at, each of them once.
 */
export class NotProse {
  private text = '';
  /** The end of the last token looked at. */
  private lookedTo = 0;
  /** Starts and ends in turn, ascending; those before `head` are behind us. */
  private ranges: number[] = [];
  private head = 0;

  begin(text: string): void {
    this.text = text;
    this.lookedTo = 0;
    this.ranges = [];
    this.head = 0;
  }

  /**
   * Whether any of the text from `start` to `end` belongs to something longer that is not prose; a match
   * may be all of it (Node.js). Starts must not descend from call to call.
   */
  covers(start: number, end: number): boolean {
    this.lookTo(start, end);
    const { ranges } = this;
    while (this.head < ranges.length && (ranges[this.head + 1] ?? 0) <= start) this.head += 2;
    for (let at = this.head; at < ranges.length; at += 2) {
      const from = ranges[at] ?? 0;
      const to = ranges[at + 1] ?? 0;
      if (from >= end) return false;
      if (to > start && (from < start || to > end)) return true;
    }
    return false;
  }

  private lookTo(start: number, end: number): void {
    const { text } = this;
    if (this.lookedTo < start) {
      let from = start;
      while (from > this.lookedTo && !isBlank(text.charCodeAt(from - 1))) from--;
      this.lookedTo = from;
    }
    while (this.lookedTo < end) {
      const from = this.lookedTo;
      let to = from;
      while (to < text.length && !isBlank(text.charCodeAt(to))) to++;
      if (to > from) addressesIn(text, from, to, this.ranges);
      this.lookedTo = Math.max(to, from + 1);
    }
  }
}

function isBlank(unit: number): boolean {
  return unit <= 0x20 || (unit >= 0x7f && /\s/u.test(String.fromCharCode(unit)));
}
