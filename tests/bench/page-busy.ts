/** Pages that change a thousand times a second, or as fast as pages of their kind do. */

export interface BusyPage {
  readonly name: string;
  /** The page, with something for its head. */
  readonly html: (head: string) => string;
}

const SENTENCE = 'Officials in Pyongyang told KCNA that the DPRK and the WPK had agreed on more of it. ';
const PARAGRAPHS = `<p>${SENTENCE}</p>`.repeat(200);

function page(name: string, body: string, script: string): BusyPage {
  const html = (head: string): string =>
    `<!doctype html><html lang="en"><head><title>North Korea</title>${head}<style>td{width:5em}</style></head><body>${body}<script>${script}</script></body></html>`;
  return { name, html };
}

/** Ten changes every ten milliseconds. */
const often = (change: string): string =>
  `let n = 0; setInterval(() => { for (let i = 0; i < 10; i++) { n++; ${change} } }, 10);`;

const cell = (n: number): string => `<td>${['DPRK', 'WPK', 'KCNA'][n % 3]} ${n}</td>`;
const table = (cells: number): string => {
  const row = (from: number): string =>
    `<tr>${Array.from({ length: 10 }, (_, i) => cell(from + i)).join('')}</tr>`;
  return `<table>${Array.from({ length: cells / 10 }, (_, i) => row(i * 10)).join('')}</table>`;
};
const WRITE_CELLS = `const cells = [...document.querySelectorAll('td')].map((td) => td.firstChild);
  ${often(`const at = n * 7 % cells.length; cells[at].nodeValue = ['DPRK', 'WPK', 'KCNA'][at % 3] + ' ' + n % 1000;`)}`;

export const BUSY_PAGES: readonly BusyPage[] = [
  page(
    'one ticker beside an article',
    `<p id=t>KCNA 0</p>${PARAGRAPHS}`,
    `const t = document.getElementById('t').firstChild; ${often("t.nodeValue = 'KCNA ' + n;")}`,
  ),
  page(
    'a ticker without terms beside an article',
    `<p id=t>0</p>${PARAGRAPHS}`,
    `const t = document.getElementById('t').firstChild; ${often("t.nodeValue = 'Index ' + n;")}`,
  ),
  page('100 cells', table(100), WRITE_CELLS),
  page('500 cells', table(500), WRITE_CELLS),
  page(
    '500 cells beside an article',
    `<div style="display:flex"><div>${table(500)}</div><div>${PARAGRAPHS}</div></div>`,
    WRITE_CELLS,
  ),
  page(
    '500 cells, written with textContent',
    table(500),
    `const cells = [...document.querySelectorAll('td')];
     ${often(`const at = n * 7 % cells.length; cells[at].textContent = ['DPRK', 'WPK', 'KCNA'][at % 3] + ' ' + n % 1000;`)}`,
  ),
  page(
    'rows come and go',
    '<ul></ul>',
    `const list = document.querySelector('ul');
     ${often(`const li = document.createElement('li'); li.textContent = 'The WPK and the DPRK ' + n; list.prepend(li); if (list.childElementCount > 40) list.lastChild.remove();`)}`,
  ),
  page(
    'a list written anew with innerHTML',
    '<ul></ul>',
    `const list = document.querySelector('ul'); let n = 0;
     setInterval(() => { n++; list.innerHTML = Array.from({ length: 50 }, (_, i) => '<li>The WPK and the DPRK ' + (n + i) + '</li>').join(''); }, 50);`,
  ),
  page(
    'styles beside an article',
    `<div id=bar style="position:fixed;top:0;height:4px;background:red"></div>${PARAGRAPHS}`,
    `const bar = document.getElementById('bar'); ${often("bar.style.width = n % 500 + 'px'; bar.className = 'c' + n % 7;")}`,
  ),
  page(
    'a chat that streams',
    `${PARAGRAPHS.slice(0, SENTENCE.length * 20)}<div id=chat></div>`,
    `const words = ${JSON.stringify(SENTENCE)}.split(/(?= )/); const chat = document.getElementById('chat'); let n = 0, p;
     setInterval(() => { if (n % 60 === 0) { p = document.createElement('p'); chat.append(p); if (chat.childElementCount > 30) chat.firstChild.remove(); scrollTo(0, 1e6); } p.append(words[n++ % words.length]); }, 25);`,
  ),
];
