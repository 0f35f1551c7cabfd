const SCRIPT_SIGNS =
  /__next_f|__NUXT__|__remixContext|__reactRouterContext|__sveltekit|_\$HY|hydrat|createRoot|createApp|bootstrapApplication|customElements\.define/i;
/** Words of scripts that look at a document node by node, keep its texts, or take its markup away with them. */
const NODE_WORDS =
  /\b(evaluate|create(TextNode|NodeIterator|TreeWalker|Range)|(append|insert|delete|replace|substring)Data|childNodes|children|childElementCount|(first|last)(Element)?Child|(next|previous)(Element)?Sibling|nodeValue|splitText|normalize|cloneNode|MutationObserver|innerHTML|outerHTML|XMLSerializer)\b/;
const SOURCE_SIGNS =
  /react|preact|vue|angular|svelte|solid|lit-|\bnext\b|nuxt|gatsby|ember|hydrat|bundle|chunk|vendor|runtime/i;
const COMMENT_SIGNS =
  /^(\s|\$\??|\/\$|\$!|\[!?|\]|\/|\?lit\$.*|\/?lit-.*|v-if|ng-container|container|hk.*|#|\/?\$.*|!)?$/;
/** Characters of inline scripts that are looked at. */
const LOOKED_AT = 200_000;
const MOST_COMMENTS = 20_000;

/** Whether a page shows a sign of hydration or of a framework, `signs` among them. That none is seen proves nothing. */
export function hasFrameworkSigns(signs: string): boolean {
  return document.querySelector(signs) !== null || hasTellingScript() || hasTellingComment();
}

function hasTellingScript(): boolean {
  let left = LOOKED_AT;
  return [...document.scripts].some((script) => {
    if (script.src !== '') return SOURCE_SIGNS.test(script.src);
    const text = (script.textContent ?? '').slice(0, left);
    left -= text.length;
    return SCRIPT_SIGNS.test(text) || (isRun(script) && NODE_WORDS.test(text));
  });
}

/** Whether a script is one that a browser runs; data in a script element is not. */
function isRun({ type }: HTMLScriptElement): boolean {
  return type === '' || type === 'module' || /javascript/i.test(type);
}

/** Whether a page runs scripts that may know its own document, unlike those that a site takes from others. */
export function runsScripts(): boolean {
  const site = siteOf(location.hostname);
  return [...document.scripts].some(
    (script) => isRun(script) && (!URL.canParse(script.src) || siteOf(new URL(script.src).hostname) === site),
  );
}

function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

function hasTellingComment(): boolean {
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  for (let count = 0; comments.nextNode() !== null; count++) {
    const { data } = comments.currentNode as Comment;
    if (count > MOST_COMMENTS || COMMENT_SIGNS.test(data)) return true;
  }
  return false;
}
