import type { Anchor } from './popover.ts';
import type { Box } from './safe-triangle.ts';

/** Characters of a sentence that are worth keeping as the context of a new term. */
const LONGEST_SENTENCE = 400;
/** Characters of a selection beyond which it is no term any more. */
const LONGEST_QUERY = 120;

/** What the reader has selected: the words, their sentence, and where they stand. */
export interface Selected {
  readonly text: string;
  readonly sentence: string | undefined;
  readonly anchor: Anchor;
}

/** The selection of this frame; without one, `text` is empty and the anchor is near the top of the screen. */
export function readSelection(): Selected {
  const field = document.activeElement;
  if (isTextField(field)) {
    const text = field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
    if (text.trim() !== '') return { text: tidy(text), sentence: undefined, anchor: anchorOf(field) };
  }
  const selection = document.getSelection();
  const text = tidy(selection?.toString() ?? '');
  if (selection === null || selection.rangeCount === 0 || text === '') {
    return { text: '', sentence: undefined, anchor: NOWHERE };
  }
  const range = selection.getRangeAt(0).cloneRange();
  const inside = elementOf(range.startContainer);
  return {
    text,
    sentence: sentenceAround(range, text),
    anchor: { rects: () => somewhere([...range.getClientRects()]), host: () => inside },
  };
}

/** Near the top of the screen, on no text. */
export const NOWHERE: Anchor = {
  rects: () => {
    const x = innerWidth / 2;
    return [{ left: x, right: x, top: 0, bottom: 0 }];
  },
  host: () => undefined,
};

/** What was looked up may be gone from the page when the answer comes; the answer is still wanted. */
function somewhere(rects: readonly Box[]): readonly Box[] {
  return rects.length > 0 ? rects : NOWHERE.rects();
}

/** Fields that hold words; never one that holds a secret. */
function isTextField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element?.matches('textarea,input:not([type]),input[type=text],input[type=search]') === true;
}

function anchorOf(element: Element): Anchor {
  return { rects: () => [element.getBoundingClientRect()], host: () => element };
}

function elementOf(node: Node): Element | undefined {
  return (node instanceof Element ? node : node.parentElement) ?? undefined;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUERY);
}

/** The sentence of the passage in which the selection begins. */
function sentenceAround(range: Range, text: string): string | undefined {
  let block = elementOf(range.startContainer);
  while (block?.parentElement && /^(inline|contents)/.test(getComputedStyle(block).display)) {
    block = block.parentElement;
  }
  if (!block) return undefined;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(block.textContent);
  const sentence = segments.containing(before.toString().length)?.segment.replace(/\s+/g, ' ').trim();
  return sentence === undefined || sentence === text ? undefined : sentence.slice(0, LONGEST_SENTENCE);
}
