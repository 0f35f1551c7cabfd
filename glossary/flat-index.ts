import { lay, NODE, type Sections } from './index-layout.ts';

/** What a claim says when its pattern stands on a page. */
export const ROLE = {
  /** The text may mean the entry. */
  form: 0,
  /** A cue for the entry. */
  cueFor: 1,
  /** A cue against the entry. */
  cueAgainst: 2,
  /** A cue for every entry of a glossary. */
  cueForGlossary: 3,
} as const;
export type Role = (typeof ROLE)[keyof typeof ROLE];

/** Bits of a claim's flags; the lowest two hold its role. */
export const FLAG = {
  role: 3,
  /** Marked only with evidence. */
  context: 4,
  /** The page must write it in this case. */
  exact: 8,
  /** … which is all capitals; otherwise its spelling is stored. */
  capitals: 16,
  /** Words without a capital: no name. */
  plain: 32,
  /** The name of one thing: there is no plural of it. */
  single: 64,
} as const;

/**
 * The compiled glossaries: flat typed arrays in one buffer that can be stored as it is.
 * A *claim* is a pattern with what it says: role, target, conditions. Claims, entries and glossaries are
 * numbered from 0; entries and glossaries in the order given to `compile`, which is the reader's order.
 */
export class Index {
  readonly buffer: ArrayBuffer;
  readonly claims: number;
  readonly entries: number;
  readonly glossaries: number;
  /** The raw arrays, for matching. */
  readonly sections: Sections;
  private readonly nodeCount: number;
  private readonly decoder = new TextDecoder();

  constructor(buffer: ArrayBuffer) {
    const { sizes, sections } = lay(buffer);
    this.buffer = buffer;
    this.nodeCount = sizes.nodes;
    this.claims = sizes.claims;
    this.entries = sizes.entries;
    this.glossaries = sizes.glossaries;
    this.sections = sections;
  }

  roleOf(claim: number): Role {
    return ((this.sections.flags[claim] ?? 0) & FLAG.role) as Role;
  }

  /** The claim's entry, or its glossary if the role is `cueForGlossary`. */
  targetOf(claim: number): number {
    return this.sections.targets[claim] ?? 0;
  }

  /** Whether the form is ambiguous (`when: context`). */
  needsContext(claim: number): boolean {
    return ((this.sections.flags[claim] ?? 0) & FLAG.context) !== 0;
  }

  isExact(claim: number): boolean {
    return ((this.sections.flags[claim] ?? 0) & FLAG.exact) !== 0;
  }

  /** Whether the glossary writes the pattern without a capital, as plain words of its language. */
  isPlain(claim: number): boolean {
    return ((this.sections.flags[claim] ?? 0) & FLAG.plain) !== 0;
  }

  /** BCP 47 tag of the only language in which the claim holds. */
  langOf(claim: number): string | undefined {
    const lang = this.sections.langs[claim] ?? 0;
    return lang === 0 ? undefined : this.name(this.entries + this.glossaries + lang - 1);
  }

  /** How many entries have this pattern among their forms (at most 255). */
  rivalsOf(claim: number): number {
    return this.sections.rivals[claim] ?? 0;
  }

  /** Length of the claim's folded pattern in UTF-16 units. */
  lengthOf(claim: number): number {
    return this.sections.lengths[claim] ?? 0;
  }

  /** The claim's pattern as it was folded, in lower case. */
  patternOf(claim: number): string {
    const { nodes } = this.sections;
    let node = this.nodeOf(claim);
    let pattern = '';
    while (node >= 0) {
      pattern = this.textOf(node) + pattern;
      node = nodes[node * NODE.width + NODE.parent] ?? -1;
    }
    return pattern;
  }

  /** The entry as `glossary/entry`. */
  refOf(entry: number): string {
    return `${this.glossaryId(this.glossaryOf(entry))}/${this.name(entry)}`;
  }

  /** The glossary that an entry belongs to; lower numbers come first in the reader's order. */
  glossaryOf(entry: number): number {
    const { entryStarts } = this.sections;
    return lastAtMost((glossary) => entryStarts[glossary] ?? 0, this.glossaries, entry);
  }

  glossaryId(glossary: number): string {
    return this.name(this.entries + glossary);
  }

  private nodeOf(claim: number): number {
    const { nodes } = this.sections;
    return lastAtMost((node) => nodes[node * NODE.width + NODE.claims] ?? 0, this.nodeCount, claim);
  }

  private textOf(node: number): string {
    const { text, nodes } = this.sections;
    const end = nodes[(node + 1) * NODE.width + NODE.text] ?? 0;
    let folded = '';
    for (let at = nodes[node * NODE.width + NODE.text] ?? 0; at < end; at++) {
      const byte = text[at] ?? 0;
      const wide = byte === WIDE;
      folded += String.fromCharCode(wide ? (text[at + 1] ?? 0) | ((text[at + 2] ?? 0) << 8) : byte);
      if (wide) at += 2;
    }
    return folded;
  }

  private name(at: number): string {
    const { names, nameStarts } = this.sections;
    return this.decoder.decode(names.subarray(nameStarts[at], nameStarts[at + 1]));
  }
}

/** In a node's text: the next two bytes are one UTF-16 unit; any other byte is a unit of its own. */
export const WIDE = 0xff;

/** The last number below `count` whose start, which ascend, is at most `value`. */
function lastAtMost(startOf: (number: number) => number, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (startOf(middle) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Opens a stored index without parsing it; throws an Error with a clear message if it cannot be used. */
export function openIndex(buffer: ArrayBuffer): Index {
  return new Index(buffer);
}
