import type { FrameworkSigns } from '../platform/framework-signs.ts';
import { elementAround, holds, isMasked, parentOf } from './forms.ts';
import type { Passage } from './passages.ts';
import type { Reader } from './reader.ts';
import { hasFrameworkSigns, runsScripts } from './signs.ts';
import { hostOf } from './skips.ts';
import type { Term } from './term.ts';
import { isAboutPage } from './watch.ts';

/** A page must have been complete and a passage unchanged for this long (ms) before its DOM is touched. */
const STILL = 2_000;
/** Longer text is not worth what splitting it costs. */
const LONGEST = 20_000;

/** Where text may be handled by more than its own page's layout, or is part of a control. */
const NO_MARKS = 'a[href],button,label,summary,option,[role="button"],[role="link"],[role="tab"],[onclick]';

/** Decides where the DOM may be touched: the rule of the house in full. */
export class Stillness {
  readonly #since = performance.now();
  readonly #frameworkSigns: FrameworkSigns;
  readonly #touched = new WeakSet<Node>();
  readonly #unstill = new WeakSet<Passage>();
  #signs: boolean | undefined;
  #scripted: boolean | undefined;

  constructor(frameworkSigns: FrameworkSigns) {
    this.#frameworkSigns = frameworkSigns;
  }

  /** The page changed something about a node. */
  touch(node: Node): void {
    this.#touched.add(node);
  }

  /** The page changed some things. The text of a paragraph changes with any of its texts. */
  note(records: readonly MutationRecord[], reader: Pick<Reader, 'blockOf'>): void {
    for (const record of records) {
      const { type, target } = record;
      if (isAboutPage(record) || this.#touched.has(target)) continue;
      this.touch(target);
      if (type === 'characterData') this.touch(reader.blockOf(target));
    }
  }

  /** Never again marks for this passage. */
  stir(passage: Passage): void {
    this.#unstill.add(passage);
  }

  /** Milliseconds until the page can be still; 0 if it is, `undefined` if it never will be. */
  pageDelay(): number | undefined {
    if (this.#signs === true) return undefined;
    if (document.readyState !== 'complete') return STILL;
    const left = Math.max(this.#since, loadEnd()) + STILL - performance.now();
    if (left > 0) return left;
    this.#signs ??= hasFrameworkSigns(this.#frameworkSigns);
    return this.#signs ? undefined : 0;
  }

  /** Whether nothing in a passage or around it has changed since load. */
  isStill(passage: Passage): boolean {
    if (this.#unstill.has(passage)) return false;
    for (const node of passage.nodes) if (this.#touched.has(node)) return false;
    for (let at: Node | null = passage.nodes[0] ?? null; at !== null; at = parentOf(at))
      if (this.#touched.has(at)) return false;
    return passage.nodes.every((node) => node.parentNode === null || !this.#touched.has(node.parentNode));
  }

  /**
   * Whether a text may be split as far as the page's scripts go: beside elements they may know it by its number
   * among its parent's nodes (`childNodes[2]`), which marks would change.
   */
  isUncounted(node: Text): boolean {
    if (node.parentNode?.childNodes.length === 1) return true;
    this.#scripted ??= runsScripts();
    return !this.#scripted;
  }
}

function loadEnd(): number {
  const [entry] = performance.getEntriesByType('navigation');
  return (entry as PerformanceNavigationTiming | undefined)?.loadEventEnd ?? 0;
}

/** Whether a term can be wrapped without the elements it is in taking notice. */
export function canHoldMark(term: Term, forced: boolean): boolean {
  return term.segments().every(({ node }) => {
    const { parentElement, length } = node;
    if (parentElement === null || length > LONGEST || hasTextSibling(node)) return false;
    if (!laysOutInline(parentElement)) return false;
    return forced || (looksAsInked(parentElement) && !isSpecial(parentElement));
  });
}

/** Whether a passage is in a shadow root. */
export function isShadowed(passage: Passage): boolean {
  return hostOf(passage.block) !== undefined;
}

function laysOutInline(parent: Element): boolean {
  const { display } = getComputedStyle(parent);
  return !/flex|grid|contents|none|table(?!-cell|-caption)|ruby/.test(display);
}

/** Whether a mark's line is that of ink to the pixel: ink casts no shadow, and keeps another distance from vertical text. */
function looksAsInked(parent: Element): boolean {
  const { textShadow, writingMode } = getComputedStyle(parent);
  return textShadow === 'none' && writingMode === 'horizontal-tb';
}

/** Two texts side by side, if only an empty one: a framework keeps its place with them. */
function hasTextSibling({ previousSibling, nextSibling }: Text): boolean {
  return previousSibling instanceof Text || nextSibling instanceof Text;
}

function isSpecial(element: Element): boolean {
  if (element.closest(NO_MARKS) !== null) return true;
  for (let at: Element | null = element; at !== null; at = elementAround(at))
    if (isMasked(at) || at.localName.includes('-') || at.hasAttribute('is')) return true;
  return false;
}

/** Whether a passage holds part of the selection, or the focus: its text is not split under the reader's hands. */
export function isInUse(passage: Passage): boolean {
  const selection = document.getSelection();
  const { activeElement } = document;
  const block = passage.block;
  const focused = activeElement !== null && activeElement !== document.body && holds(block, activeElement);
  if (focused || selection === null) return focused;
  const ends = [selection.anchorNode, selection.focusNode];
  if (ends.some((end) => end !== null && holds(block, end))) return true;
  return !selection.isCollapsed && selection.containsNode(block, true);
}
