const MARK = 'mark[data-glossator]';

/**
 * What a page can see of some of its nodes: each with its text and attributes, shadow roots too. Where a text is
 * wrapped in our marks it is written as the one text that it is to the reader; all else is written as it is.
 */
export function stateOf(nodes: readonly Node[]): string {
  return runs(nodes)
    .map((run) => (run.some(isMark) ? JSON.stringify(run.map(textOf).join('')) : run.map(written).join(' ')))
    .join(' ');
}

function written(node: Node): string {
  if (node instanceof Text) return JSON.stringify(node.data);
  // Lit names its places by a number drawn anew on every page.
  if (node instanceof Comment) return `<!--${node.data.replace(/lit\$\d+\$/, 'lit')}-->`;
  if (!(node instanceof Element)) return node.nodeName;
  const attributes = [...node.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
  const shadow = node.shadowRoot === null ? '' : `#(${stateOf([...node.shadowRoot.childNodes])})`;
  return `${[node.localName, ...attributes.sort()].join(' ')}[${shadow}${stateOf([...node.childNodes])}]`;
}

/** Nodes, with the texts and marks that stand together in one piece. */
function runs(nodes: readonly Node[]): Node[][] {
  const found: Node[][] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if (last !== undefined && isText(node) && last.every(isText)) last.push(node);
    else found.push([node]);
  }
  return found;
}

const textOf = (node: Node): string => node.textContent ?? '';
const isText = (node: Node): boolean => node instanceof Text || isMark(node);
const isMark = (node: Node): boolean => node instanceof Element && node.matches(MARK);
