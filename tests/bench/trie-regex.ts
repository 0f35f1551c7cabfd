/** What one would write without an index of one's own: all forms as one regular expression, by prefixes. */
type Trie = Map<string, Trie>;

const END = '';

/** A pattern that matches the longest form at a word edge, in any case. */
export function trieRegex(forms: readonly string[]): RegExp {
  const root: Trie = new Map();
  for (const form of forms) {
    let node = root;
    for (const letter of form.toLowerCase()) {
      const next: Trie = node.get(letter) ?? new Map();
      node.set(letter, next);
      node = next;
    }
    node.set(END, new Map());
  }
  return new RegExp(`\\b(?:${source(root)})\\b`, 'gi');
}

function source(node: Trie): string {
  const branches = [...node].filter(([letter]) => letter !== END);
  const parts = branches.map(([letter, next]) => letter.replace(/[^\p{L}\p{N} ]/u, '\\$&') + source(next));
  const [only = ''] = parts;
  const group =
    parts.length === 1 && !node.has(END) ? only : parts.length > 0 ? `(?:${parts.join('|')})` : '';
  return node.has(END) && group !== '' ? `${group}?` : group;
}
