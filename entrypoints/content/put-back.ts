import type { Gap, Piece, Split } from './split.ts';

/** Makes one text again of a node that was split. What the page did meanwhile stays. */
export function putBack(split: Split): void {
  const { node, pieces, text, head, written, grown, tail } = split;
  const rest = pieces.map(left).join('');
  const joined = takenIn(split, rest);
  const isWhole = node.data === head + (grown ?? '') && (!written || grown !== undefined);
  if (isWhole) node.appendData(joined ? text.slice(head.length) : rest);
  else if (isAppended(node.data, split, rest)) node.insertData(head.length, rest);
  // splitText() by the page: what came after the node comes after the last part of it.
  if (tail !== undefined && (isWhole || isEnd(tail.data, split))) tail.appendData(rest);
  for (const piece of pieces) piece.node.remove();
}

/** What is still to go back into the text; the page may have written to it, or have emptied a mark by taking it away. */
function left({ node, words, taken }: Piece): string {
  if (taken) return '';
  return node.textContent || (node.parentNode === null ? words.data : '');
}

/**
 * What normalize() took away. Of an empty node the page would still have the node, or its text in the one before.
 * Whether it is in that.
 */
function takenIn({ node, pieces, head, written, gone }: Split, rest: string): boolean {
  if (gone === undefined || (head === '' && (written || node.parentNode !== null))) return false;
  const into = gone.previousSibling;
  if (!(into instanceof Text)) {
    fill(gone, node, pieces);
    return false;
  }
  // One that only says the same, or no more, is another that came in its place.
  if (head === '' || (into.length > head.length && into.data.endsWith(head))) into.appendData(rest);
  return true;
}

/** Whether a text is the end of what was left in the node, whose beginning the node is now. */
const isEnd = (data: string, { node, head }: Split): boolean =>
  head.startsWith(node.data) && head.endsWith(data) && node.length + data.length <= head.length;

/** Puts a node where it was, before what is there of it: a page that removes one node after the other leaves nothing. */
function fill({ target, nextSibling }: Gap, node: Text, pieces: readonly Piece[]): void {
  const next = pieces.find((piece) => piece.node.parentNode === target)?.node ?? nextSibling;
  if (next === null || next.parentNode === target) target.insertBefore(node, next);
}

/** Whether the page only added to what it saw of the text (`data +=`), rather than wrote a new one. */
function isAppended(data: string, { head }: Split, rest: string): boolean {
  return head !== '' && data !== head && data.startsWith(head) && data[head.length] !== rest[0];
}

/** Where the page took a mark away and left its words standing, they are the mark's again: else they would be there twice. */
export function rewrap({ node, pieces }: Split): void {
  let before: ChildNode = node;
  for (const piece of pieces) {
    const mark = piece.node;
    const words = standingWords(piece, before);
    if (mark instanceof Element && mark.parentNode === null && words !== undefined) {
      words.replaceWith(mark);
      mark.replaceChildren(words);
    }
    before = mark;
  }
}

/** The words of a mark outside of it, or a text that says the same in its place. */
function standingWords({ node, words, said }: Piece, before: ChildNode): Text | undefined {
  if (words.parentNode !== null && words.parentNode !== (node as Node)) return words;
  const next = before.nextSibling;
  return next instanceof Text && next.data === said ? next : undefined;
}
