import type { Parser } from './concept.ts';

/** Characters of one member or entry; the largest valid entry is far below. */
const LONGEST_PIECE = 32 * 2 ** 20;
const ENTRIES = /^\s*"entries"\s*:\s*$/;

/** Takes the pieces of a glossary file as text that is to be parsed piece by piece. */
export interface PieceTaker {
  /** A member of the object that the file is, as in `"title": "…"`; the entries come one by one instead. */
  member(text: string, line: number): void;
  /** An entry: an item of the list `entries`, or of the list that the file is. */
  item(text: string, line: number): void;
  /** Something that stands where it cannot. */
  stray(found: string, expected: string, line: number): void;
}

const CODE = {
  newline: 10,
  quote: 34,
  comma: 44,
  openList: 91,
  backslash: 92,
  closeList: 93,
  open: 123,
  close: 125,
};

/** Cuts a JSON file into members and entries while it comes in, so that one broken entry breaks no other. */
export class JsonPieces implements Parser<string> {
  private readonly taker: PieceTaker;
  /** Whether a list of entries has begun. */
  sawItems = false;
  private mode: 'start' | 'members' | 'items' | 'over' = 'start';
  private inObject = false;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private line = 1;
  private piece = '';
  private pieceLine = 1;

  constructor(taker: PieceTaker) {
    this.taker = taker;
  }

  write(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === CODE.newline) this.line++;
      if (this.inString) this.inText(code);
      else if (this.endsPiece(code, text, from, at)) {
        this.pieceLine = this.line;
        from = at + 1;
      }
    }
    this.piece += text.slice(from);
    if (this.piece.length > LONGEST_PIECE)
      throw new Error(`an entry of more than ${LONGEST_PIECE} characters`);
    if (this.mode === 'over' || this.mode === 'start') this.outside();
  }

  end(): void {
    if (this.mode === 'start') this.taker.stray('nothing', 'a glossary in JSON', this.line);
    if (this.mode === 'start' || this.mode === 'over') return;
    this.flush();
    const expected = this.mode === 'items' ? 'the rest, and "]" after the last entry' : 'the rest, and "}"';
    this.taker.stray('the end of the file', expected, this.line);
  }

  /** No string of JSON holds a line break: where one does, a quote is missing, and the damage ends here. */
  private inText(code: number): void {
    if (this.escaped) this.escaped = false;
    else if (code === CODE.backslash) this.escaped = true;
    else if (code === CODE.quote || code === CODE.newline) this.inString = false;
  }

  /** Follows strings and brackets; true where a piece ends with this character and another begins. */
  private endsPiece(code: number, text: string, from: number, at: number): boolean {
    if (code === CODE.quote) this.inString = true;
    else if (code === CODE.open || code === CODE.openList) return this.opens(code, text, from, at);
    else if (code === CODE.close || code === CODE.closeList) {
      if (this.depth > 0) this.depth--;
      else return this.closes(text, from, at);
    } else if (code === CODE.comma && this.depth === 0) return this.cut(text, from, at);
    return false;
  }

  private opens(code: number, text: string, from: number, at: number): boolean {
    if (this.mode === 'start') {
      this.outside(this.piece + text.slice(from, at));
      if (this.mode !== 'start') return false;
      this.piece = '';
      this.inObject = code === CODE.open;
      this.mode = this.inObject ? 'members' : 'items';
      this.sawItems ||= !this.inObject;
      return true;
    }
    const list = this.mode === 'members' && this.depth === 0 && code === CODE.openList;
    if (list && ENTRIES.test(this.piece + text.slice(from, at))) {
      this.piece = '';
      this.mode = 'items';
      this.sawItems = true;
      return true;
    }
    this.depth++;
    return false;
  }

  private closes(text: string, from: number, at: number): boolean {
    if (this.mode === 'start' || this.mode === 'over') return false;
    this.cut(text, from, at);
    this.mode = this.mode === 'items' && this.inObject ? 'members' : 'over';
    return true;
  }

  private cut(text: string, from: number, at: number): boolean {
    if (this.mode === 'start' || this.mode === 'over') return false;
    this.piece += text.slice(from, at);
    this.flush();
    return true;
  }

  private flush(): void {
    const text = this.piece;
    this.piece = '';
    const begin = text.search(/\S/);
    if (begin < 0) return;
    const line = this.pieceLine + (text.slice(0, begin).split('\n').length - 1);
    if (this.mode === 'items') this.taker.item(text.slice(begin), line);
    else this.taker.member(text.slice(begin), line);
  }

  /** Before and after the glossary only white space stands. */
  private outside(text = this.piece): void {
    const begin = text.search(/\S/);
    if (begin < 0) return;
    const expected = this.mode === 'start' ? 'a glossary in JSON: "{"' : 'the end of the file';
    if (this.mode !== 'start' || text === this.piece) this.piece = '';
    this.taker.stray(JSON.stringify(text.slice(begin, begin + 20)), expected, this.line);
    this.mode = 'over';
    this.inString = false;
  }
}
