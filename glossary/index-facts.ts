import type { Index } from './compile.ts';
import { ROLE } from './flat-index.ts';
import { NODE } from './index-layout.ts';

/** What the senses want to know of every entry and glossary, read from the claims once an index. */
export interface IndexFacts {
  /** 1 for an entry that has ambiguous forms. */
  readonly ambiguous: Uint8Array;
  /** 1 for an entry with words that speak against it. */
  readonly contested: Uint8Array;
  /** The glossary of each entry. */
  readonly glossaryOf: Uint32Array;
  /** How many cues each glossary names for itself. */
  readonly ownCues: Uint32Array;
  /** For a cue: how many entries of its glossary name the same words. */
  readonly sharing: Uint32Array;
}

const known = new WeakMap<Index, IndexFacts>();

/** The facts of an index: one pass over its claims at the first call, free afterwards. */
export function factsOf(index: Index): IndexFacts {
  const facts = known.get(index) ?? readFacts(index);
  known.set(index, facts);
  return facts;
}

function readFacts(index: Index): IndexFacts {
  const ambiguous = new Uint8Array(index.entries);
  const contested = new Uint8Array(index.entries);
  const glossaryOf = Uint32Array.from({ length: index.entries }, (_, entry) => index.glossaryOf(entry));
  const ownCues = new Uint32Array(index.glossaries);
  for (let claim = 0; claim < index.claims; claim++) {
    const role = index.roleOf(claim);
    const target = index.targetOf(claim);
    if (role === ROLE.form && index.needsContext(claim)) ambiguous[target] = 1;
    if (role === ROLE.cueAgainst) contested[target] = 1;
    if (role === ROLE.cueForGlossary) ownCues[target] = (ownCues[target] ?? 0) + 1;
  }
  return { ambiguous, contested, glossaryOf, ownCues, sharing: readSharing(index, glossaryOf) };
}

function readSharing(index: Index, glossaryOf: Uint32Array): Uint32Array {
  const { nodes } = index.sections;
  const sharing = new Uint32Array(index.claims);
  // The claims of one node have one pattern; the last record only ends the one before.
  for (let at = NODE.claims; at + NODE.width < nodes.length; at += NODE.width) {
    const cues: number[] = [];
    for (let claim = nodes[at] ?? 0; claim < (nodes[at + NODE.width] ?? 0); claim++) {
      if (index.roleOf(claim) === ROLE.cueFor) cues.push(claim);
    }
    if (cues.length > 0) countSharing(index, glossaryOf, cues, sharing);
  }
  return sharing;
}

function countSharing(
  index: Index,
  glossaryOf: Uint32Array,
  cues: readonly number[],
  sharing: Uint32Array,
): void {
  const glossaries = cues.map((claim) => glossaryOf[index.targetOf(claim)] ?? 0);
  const counts = new Map<number, number>();
  for (const glossary of glossaries) counts.set(glossary, (counts.get(glossary) ?? 0) + 1);
  for (const [at, claim] of cues.entries()) sharing[claim] = counts.get(glossaries[at] ?? 0) ?? 0;
}

/** A glossary with so many cues of its own has said what its subject is. */
const KNOWN_SUBJECT = 3;

/** Whether the glossary of an entry says what its subject is. */
export function hasSubject(index: Index, entry: number): boolean {
  const { glossaryOf, ownCues } = factsOf(index);
  return (ownCues[glossaryOf[entry] ?? 0] ?? 0) >= KNOWN_SUBJECT;
}
