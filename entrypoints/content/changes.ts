import { isMasked, parentOf } from './forms.ts';
import { SKIP_CLASSES, tagKind } from './skips.ts';

/** More changed places than this are one change: everything. */
const MOST = 5_000;
const BLANK = /^\s*$/;
const OWN = 'glossator-popover';

/** What the page has changed since it was last read. */
export class Changes {
  /** Nodes whose text, or the text around which, is another now. */
  readonly touched = new Set<Node>();
  /** Elements that are new, or may be read differently now, with all that is in them. */
  readonly fresh = new Set<Node>();
  /** Too much has changed to tell what. */
  everything = false;
  /** Styles may be others; what was hidden may be seen. */
  styled = false;

  get isEmpty(): boolean {
    return this.isOfLook && !this.styled;
  }

  /** Whether all text is what it was: no more than what is seen of it may be other. */
  get isOfLook(): boolean {
    return this.touched.size === 0 && this.fresh.size === 0 && !this.everything;
  }

  note(record: MutationRecord): void {
    this.styled = true;
    if (this.everything) return;
    if (record.type === 'attributes') this.#noteAttribute(record);
    else if (record.type === 'characterData') this.touched.add(record.target);
    else this.#noteChildren(record);
    if (this.touched.size + this.fresh.size <= MOST) return;
    this.everything = true;
    this.touched.clear();
    this.fresh.clear();
  }

  /** An element has come to be rendered. */
  noteShown(element: Element): void {
    this.fresh.add(element);
    this.touched.add(parentOf(element) ?? element);
  }

  #noteAttribute({ attributeName, target, oldValue }: MutationRecord): void {
    if (attributeName === 'style' || !(target instanceof Element) || isMasked(target)) return;
    if (attributeName === 'class' && skips(oldValue) === skips(target.getAttribute('class'))) return;
    this.noteShown(target);
  }

  #noteChildren(record: MutationRecord): void {
    const { target } = record;
    // Whole blocks between blocks: the text around them reads as before.
    let isApart = !isOfText(record) && !this.touched.has(target) && isBetweenBlocks(record);
    if (!isOfText(record))
      for (const node of record.addedNodes) {
        if (node instanceof Element) this.fresh.add(node);
        isApart &&= standsApart(node);
      }
    if (isApart) for (const node of record.removedNodes) isApart &&= standsApart(node);
    if (!isApart) this.touched.add(target);
  }
}

/** Whether a `class` has its element left out. */
const skips = (names: string | null): boolean =>
  names !== null && SKIP_CLASSES.some((name) => names.includes(name));

const isBetweenBlocks = ({ previousSibling, nextSibling }: MutationRecord): boolean =>
  standsApart(previousSibling) && standsApart(nextSibling);

function standsApart(node: Node | null): boolean {
  if (node instanceof Text) return BLANK.test(node.data);
  return !(node instanceof Element) || tagKind(node.localName) === 'block';
}

/** Whether a record is about what holds nothing but text: asking for its nodes is dear, and tells no more. */
export const isOfText = ({ target }: MutationRecord): boolean =>
  (target as Node & ParentNode).firstElementChild === null;

/** Whether a record is about nothing but our own card. */
export function isOurs(record: MutationRecord): boolean {
  const { type, target } = record;
  if (target instanceof Element && target.localName === OWN) return true;
  if (type === 'attributes' || isOfText(record)) return false;
  const isCard = (node: Node | undefined): boolean => node instanceof Element && node.localName === OWN;
  const { addedNodes, removedNodes } = record;
  return isCard(addedNodes[0] ?? removedNodes[0]) && [...addedNodes, ...removedNodes].every(isCard);
}
