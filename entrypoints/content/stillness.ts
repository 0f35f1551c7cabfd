import type { Passage } from './passages.ts';
import { hostOf } from './skips.ts';
import type { Term } from './term.ts';

/** A page must have been complete and a passage unchanged for this long (ms) before its DOM is touched. */
const STILL = 2_000;
/** Longer text is not worth what splitting it costs. */
const LONGEST = 20_000;

/** Signs that a framework made this page, or is about to take it over. */
const SIGNS = [
  '#__next,#__nuxt,#___gatsby,#root,#app,#react-root,#svelte,#__docusaurus,#q-app',
  '[data-reactroot],[data-reactid],[data-react-helmet],[data-hk],[data-server-rendered],[data-v-app],[data-ssr]',
  '[data-n-head],[data-astro-cid],[data-sveltekit-preload-data],[data-svelte-h],[ng-version],[ng-server-context]',
  '[ng-app],[data-ng-app],[ng-controller],[q\\:container],[x-data],[v-cloak],[data-controller],[data-turbo]',
  '[wire\\:id],[hx-get],[hx-boost],[data-livewire-id],astro-island,app-root,next-route-announcer,turbo-frame',
  'script[type="module"],link[rel="modulepreload"],script[type="qwik/json"],script[type="application/hydrate"]',
  'script[id="__NEXT_DATA__"],script[id="__NUXT_DATA__"],script[id="ng-state"]',
].join(',');
const SCRIPT_SIGNS =
  /__next_f|__NUXT__|__remixContext|__reactRouterContext|__sveltekit|_\$HY|hydrat|createRoot|createApp|bootstrapApplication|customElements\.define/i;
const SOURCE_SIGNS =
  /react|preact|vue|angular|svelte|solid|lit-|\bnext\b|nuxt|gatsby|ember|hydrat|bundle|chunk|vendor|runtime/i;
const COMMENT_SIGNS =
  /^(\s|\$\??|\/\$|\$!|\[!?|\]|\/|\?lit\$.*|\/?lit-.*|v-if|ng-container|container|hk.*|#|\/?\$.*|!)?$/;
/** Characters of inline scripts that are looked at. */
const LOOKED_AT = 200_000;
const MOST_COMMENTS = 20_000;

/** Where text may be handled by more than its own page's layout, or is part of a control. */
const NO_MARKS = 'a[href],button,label,summary,option,[role="button"],[role="link"],[role="tab"],[onclick]';

/** Whether a page shows a sign of hydration or of a framework. That none is seen proves nothing. */
export function hasFrameworkSigns(): boolean {
  return document.querySelector(SIGNS) !== null || hasTellingScript() || hasTellingComment();
}

function hasTellingScript(): boolean {
  let left = LOOKED_AT;
  return [...document.scripts].some((script) => {
    if (script.src !== '') return SOURCE_SIGNS.test(script.src);
    const text = (script.textContent ?? '').slice(0, left);
    left -= text.length;
    return SCRIPT_SIGNS.test(text);
  });
}

function hasTellingComment(): boolean {
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  for (let count = 0; comments.nextNode() !== null; count++) {
    const { data } = comments.currentNode as Comment;
    if (count > MOST_COMMENTS || COMMENT_SIGNS.test(data)) return true;
  }
  return false;
}

/** Decides where the DOM may be touched: the rule of the house in full. */
export class Stillness {
  readonly #since = performance.now();
  readonly #touched = new WeakSet<Node>();
  readonly #unstill = new WeakSet<Passage>();
  #signs: boolean | undefined;

  /** The page changed something about a node. */
  touch(node: Node): void {
    this.#touched.add(node);
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
    this.#signs ??= hasFrameworkSigns();
    return this.#signs ? undefined : 0;
  }

  /** Whether nothing in a passage or around it has changed since load. */
  isStill(passage: Passage): boolean {
    if (this.#unstill.has(passage)) return false;
    for (const node of passage.nodes) if (this.#touched.has(node)) return false;
    for (let at: Node | null = passage.nodes[0] ?? null; at !== null; at = at.parentNode)
      if (this.#touched.has(at)) return false;
    return passage.nodes.every((node) => node.parentNode === null || !this.#touched.has(node.parentNode));
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
    return forced ? parentElement.closest('svg,math') === null : !isSpecial(parentElement);
  });
}

/** Whether a passage is one whose text may be split. */
export function canHoldMarks(passage: Passage): boolean {
  return hostOf(passage.block) === undefined && !isHeld(passage);
}

function laysOutInline(parent: Element): boolean {
  const { display } = getComputedStyle(parent);
  return !/flex|grid|contents|none|table(?!-cell|-caption)|ruby/.test(display);
}

/** Two texts side by side, or an empty one: a framework keeps its place with them. */
function hasTextSibling(node: Text): boolean {
  return (
    [node.previousSibling, node.nextSibling].some((sibling) => sibling instanceof Text) || node.data === ''
  );
}

function isSpecial(element: Element): boolean {
  if (element.closest(NO_MARKS) !== null) return true;
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (at.localName.includes('-') || at.hasAttribute('is')) return true;
  return false;
}

/** Whether a passage holds part of the selection, or the focus. */
function isHeld(passage: Passage): boolean {
  const selection = document.getSelection();
  const { activeElement } = document;
  const block = passage.block;
  const focused = activeElement !== null && activeElement !== document.body && block.contains(activeElement);
  if (focused || selection === null) return focused;
  const ends = [selection.anchorNode, selection.focusNode];
  if (ends.some((end) => end !== null && block.contains(end))) return true;
  return !selection.isCollapsed && selection.containsNode(block, true);
}
