import { isMasked } from './forms.ts';

/** How an element takes part in the text around it, as far as its name tells. */
export type TagKind = 'skip' | 'block' | 'break' | 'silent';

const SKIPPED =
  'script style template noscript textarea input select datalist option code pre kbd samp xmp listing plaintext ' +
  'svg math canvas iframe frame object embed video audio img picture meter progress head title glossator-popover';
const BLOCKS =
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure ' +
  'footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol p search section summary ' +
  'table caption thead tbody tfoot tr td th ul';

const KINDS = new Map<string, TagKind>([
  ...SKIPPED.split(' ').map((name): [string, TagKind] => [name, 'skip']),
  ...BLOCKS.split(' ').map((name): [string, TagKind] => [name, 'block']),
  ['br', 'break'],
  ['hr', 'break'],
  // Pronunciation set over the text: the text goes on as if it were not there.
  ['rt', 'silent'],
  ['rp', 'silent'],
  ['wbr', 'silent'],
]);

/** What the name of an element says; `undefined` where its style must be asked. */
export function tagKind(localName: string): TagKind | undefined {
  return KINDS.get(localName);
}

/** Elements that can have a shadow root by the standard. */
export const HOSTS =
  'article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span';
const HOST_NAMES = new Set(HOSTS.split(','));

/** Whether elements of this name can have a shadow root. */
export function canHost(localName: string): boolean {
  return HOST_NAMES.has(localName) || localName.includes('-');
}

/** Classes of editors, and of what its author has opted out. */
export const SKIP_CLASSES = [
  'noglossary',
  ...['CodeMirror', 'cm-editor', 'monaco-editor', 'ace_editor', 'ProseMirror', 'kix-appview-editor'],
];

/**
 * What nobody reads or somebody may be typing in, and what its author has opted out. Editors are named
 * because their text is often drawn in plain elements beside the one that takes the keys.
 */
export const SKIP_ATTRIBUTES =
  '[hidden],[aria-hidden="true" i],[contenteditable]:not([contenteditable="false" i]),[role="textbox" i],' +
  `[data-glossator="off" i],.${SKIP_CLASSES.join(',.')}`;
const SKIP_ALL = `${SKIPPED.split(' ').join(',')},${SKIP_ATTRIBUTES}`;

/** Attributes whose change can open or close an element to reading. */
export const TELLING_ATTRIBUTES = [
  'aria-hidden',
  'contenteditable',
  'data-glossator',
  'hidden',
  'lang',
  'open',
  'role',
];

/** Whether an element is, or is inside, something that is not read; looks through shadow roots. */
export function isSkipped(element: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = hostOf(at)) {
    const form = isMasked(at) ? at : at.closest('form');
    if (form !== null && isMasked(form)) return true;
    if (at.closest(SKIP_ALL) !== null) return true;
  }
  return false;
}

/** The element whose open shadow root holds a node. */
export function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** Whether this document is one to read: a page, not opted out by its author, not edited as a whole. */
export function isReadable(document: Document): boolean {
  const isPage = document.contentType === 'text/html' || document.contentType === 'application/xhtml+xml';
  const isClosed = document.designMode === 'on' || document.documentElement?.matches(SKIP_ATTRIBUTES);
  return isPage && isClosed === false && !isOptedOut(document);
}

const OPT_OUT = '[name="glossator" i][content="off" i]';

/** Asked for with every slice: browsers keep the list of all `meta`. */
function isOptedOut(document: Document): boolean {
  for (const meta of document.getElementsByTagName('meta')) if (meta.matches(OPT_OUT)) return true;
  return false;
}
