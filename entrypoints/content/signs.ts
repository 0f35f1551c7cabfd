import type { FrameworkSigns } from '../platform/framework-signs.ts';

const COMMENT_SIGNS =
  /^(\s|\$\??|\/\$|\$!|\[!?|\]|\/|\?lit\$.*|\/?lit-.*|v-if|ng-container|container|hk.*|#|\/?\$.*|!)?$/;
/** Characters of inline scripts that are looked at. */
const LOOKED_AT = 200_000;
const MOST_COMMENTS = 20_000;

/** Whether a page shows a sign of hydration or of a framework. That none is seen proves nothing. */
export function hasFrameworkSigns(signs: FrameworkSigns): boolean {
  return document.querySelector(signs.elements) !== null || hasTellingScript(signs) || hasTellingComment();
}

function hasTellingScript({ scripts, nodeWords, sources }: FrameworkSigns): boolean {
  const isTelling = new RegExp(scripts, 'i');
  const isAboutNodes = new RegExp(nodeWords);
  const isFramework = new RegExp(sources, 'i');
  let left = LOOKED_AT;
  return [...document.scripts].some((script) => {
    if (script.src !== '') return isFramework.test(script.src);
    const text = (script.textContent ?? '').slice(0, left);
    left -= text.length;
    return isTelling.test(text) || (isRun(script) && isAboutNodes.test(text));
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
