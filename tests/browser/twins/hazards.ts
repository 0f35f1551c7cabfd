/** A page that does what marks in the text could disturb, and what it sees of itself then. */
export interface Hazard {
  readonly name: string;
  readonly style?: string;
  readonly body: string;
  /** Run while the page loads. */
  readonly before?: string;
  /** What the page does once it has been still; an expression whose value it goes by. */
  readonly deed: string;
  /** Whether the text is still enough for marks: then they have to stand the deed. */
  readonly marks?: true;
}

const TEXT = 'The DPRK said so, and KCNA wrote it.';
const P = `<p>${TEXT}</p>`;
const p = "document.querySelector('p')";
const box = (of: string): string => `Object.values(${of}.getBoundingClientRect().toJSON())`;

/** The hazards that DESIGN names, and what else came up. */
export const HAZARDS: readonly Hazard[] = [
  {
    name: 'text directly in a flex container',
    style: 'div{display:flex;gap:9px}',
    body: `<div>${TEXT}</div>`,
    deed: box("document.querySelector('div')"),
  },
  {
    name: 'text directly in a grid container',
    style: 'div{display:grid}',
    body: `<div>${TEXT}</div>`,
    deed: box("document.querySelector('div')"),
  },
  {
    name: 'styles for whatever is in a paragraph',
    style: 'p *{padding:9px;font-size:40px;color:red}',
    body: `${P}<i>after</i>`,
    deed: box("document.querySelector('i')"),
  },
  {
    name: 'an only child',
    style: 'b:only-child{font-size:40px}',
    body: `<p><b>He</b> said the DPRK</p>`,
    deed: "getComputedStyle(document.querySelector('b')).fontSize",
  },
  {
    name: 'a last child',
    style: 'b:last-child{font-size:40px}',
    body: `<p>The DPRK and <b>he</b> and KCNA</p>`,
    deed: "getComputedStyle(document.querySelector('b')).fontSize",
  },
  {
    name: 'the second of its kind',
    style: 'b:nth-child(2){font-size:40px}',
    body: `<p>The DPRK <b>a</b> and <b>b</b></p>`,
    deed: "[...document.querySelectorAll('b')].map((b) => getComputedStyle(b).fontSize)",
  },
  {
    name: 'a counter of elements',
    style: 'p>*{counter-increment:n}i::before{content:counter(n)}',
    body: `${P}<p><i>x</i></p>`,
    deed: box("document.querySelector('i')"),
  },
  {
    name: 'a first letter of its own',
    style: 'p::first-letter{font-size:40px;float:left}',
    body: '<p>DPRK said so, and KCNA wrote it.</p>',
    deed: box(p),
  },
  {
    name: 'a line cut off',
    style: 'p{width:90px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}',
    body: P,
    deed: `[${p}.scrollWidth, ${p}.clientWidth]`,
  },
  {
    name: 'a page that has marks of its own',
    style: 'mark{padding:9px}',
    body: `<p>The <mark>DPRK</mark> and KCNA</p>`,
    deed: "document.getElementsByTagName('mark').length",
  },
  {
    name: 'clicks that are told by their target',
    body: '<p style="display:inline-block">DPRK</p>',
    before: 'addEventListener("click", (e) => { globalThis.hit = e.target.localName; })',
    deed: `(() => { const { x, y, width, height } = ${p}.getBoundingClientRect(); document.elementFromPoint(x + width / 2, y + height / 2).click(); return globalThis.hit; })()`,
    marks: true,
  },
  {
    name: 'text written anew',
    body: P,
    deed: `(${p}.textContent = 'The WPK met.', ${p}.textContent)`,
    marks: true,
  },
  { name: 'text read', body: P, deed: `[${p}.textContent, ${p}.innerText]`, marks: true },
  { name: 'markup added (innerHTML +=)', body: P, deed: `(${p}.innerHTML += '<b>WPK</b>', ${p}.innerHTML)` },
  { name: 'a clone', body: P, deed: `document.body.appendChild(${p}.cloneNode(true)).outerHTML` },
  { name: 'child nodes counted', body: P, deed: `${p}.childNodes.length` },
  { name: 'child elements counted', body: P, deed: `[${p}.children.length, ${p}.firstElementChild]` },
  {
    name: 'a child node addressed by its number',
    body: `<p>The DPRK <b>said</b> so</p>`,
    deed: `(${p}.childNodes[1].textContent = 'x', ${p}.textContent)`,
  },
  { name: 'normalize() by the page', body: P, deed: `(${p}.normalize(), ${p}.firstChild.data)` },
  { name: 'splitText() by the page', body: P, deed: `${p}.firstChild.splitText(6).data` },
  { name: 'data +=', body: P, deed: `(${p}.firstChild.data += ' And the WPK.', ${p}.textContent)` },
  ...[
    'kept.data = "Nobody came."',
    'kept.data += " And the WPK."',
    'kept.insertData(0, "Look: ")',
    'kept.insertData(9, " then")',
    'kept.deleteData(0, 4)',
    'kept.replaceData(4, 4, "WPK")',
    'kept.appendData("DPRK")',
    'kept.substringData(4, 4)',
  ].map(
    (deed): Hazard => ({
      name: `a text that its script has kept: ${deed}`,
      body: '<p></p>',
      before: `globalThis.kept = document.createTextNode('${TEXT}'); ${p}.append(kept)`,
      deed: `[${deed}, kept.data, ${p}.innerText]`,
    }),
  ),
  {
    name: 'a text found by its path, corrected',
    body: P,
    deed: `(document.evaluate('//p/text()', document, null, 9).singleNodeValue.insertData(9, ' then'), ${p}.innerText)`,
  },
  {
    name: 'a Range kept',
    body: P,
    before: `globalThis.kept = document.createRange(); kept.setStart(${p}.firstChild, 2); kept.setEnd(${p}.firstChild, 12)`,
    deed: '[kept.toString(), kept.startOffset, kept.endOffset]',
  },
  {
    name: "the page's own MutationObserver",
    body: P,
    before:
      'globalThis.seen = 0; new MutationObserver((all) => { seen += all.length; }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })',
    deed: 'seen',
  },
  {
    name: 'a selection inside the word',
    body: P,
    before: `getSelection().setBaseAndExtent(${p}.firstChild, 5, ${p}.firstChild, 7)`,
    deed: '[String(getSelection()), getSelection().anchorOffset, getSelection().focusOffset]',
  },
  {
    name: 'a selection of everything',
    body: P,
    before: 'getSelection().selectAllChildren(document.body)',
    deed: 'String(getSelection())',
  },
  {
    name: 'a walk over all texts',
    body: P,
    deed: '(() => { const all = document.createTreeWalker(document.body, 4); const found = []; while (all.nextNode()) found.push(all.currentNode.data.trim()); return found; })()',
  },
  { name: 'markup read to be kept', body: P, deed: `${p}.outerHTML` },
  {
    name: 'a paragraph that becomes an editor',
    body: P,
    deed: `(${p}.contentEditable = 'true', ${p}.focus(), ${p}.innerText)`,
    marks: true,
  },
  {
    name: 'a paragraph that is moved',
    body: `${P}<div></div>`,
    deed: `(document.querySelector('div').append(${p}), ${p}.parentNode.localName)`,
    marks: true,
  },
  {
    name: 'a paragraph that is thrown away',
    body: `${P}<i>x</i>`,
    deed: `(${p}.remove(), document.body.innerText)`,
    marks: true,
  },
];
