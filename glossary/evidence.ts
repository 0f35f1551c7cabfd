import { hashOf } from './hash.ts';

/**
 * What a page has shown so far, as plain JSON under 16 KB however large the page is. It travels with the
 * messages, so that a background that has just been started knows what an earlier one has seen.
 *
 * Each part keeps the members with the smallest hashes and drops the rest. A member that survives at the end
 * was never dropped on the way, so merging gives the same result in any order and however often.
 */
export interface Evidence {
  /** A fair sample of the page's passages: hash, then the cues that stand in it. Sorted by hash. */
  readonly sample: readonly PassageCues[];
  /** Unambiguous names of entries that have ambiguous forms as well, wherever on the page they stood. */
  readonly named: readonly string[];
  /** Abbreviations that the page defines. */
  readonly defined: readonly PageDefinition[];
}

/** A short form that the page explains, its long form, and the words around them as far as they fit. */
export type PageDefinition = readonly [short: string, long: string, sentence: string];

/** The hash of a passage and the cues seen in it, as the page writes them. */
export type PassageCues = readonly [hash: number, ...cues: string[]];

/** Passages in the sample. */
const SAMPLED = 36;
/** UTF-8 bytes (at worst) of the cues kept of one passage. */
const CUE_BYTES = 140;
const NAMED = 30;
/** UTF-8 bytes of a name or cue; longer ones are rare and are not kept. */
const LONGEST_CUE = 60;
const DEFINED = 40;
/** UTF-8 bytes of a definition, short and long form together; longer ones are not kept. */
const LONGEST_DEFINITION = 84;
/** UTF-8 bytes of the sentence around it; longer ones are cut. */
const LONGEST_SENTENCE = 100;

/** The evidence of a page of which nothing has been read. */
export function emptyEvidence(): Evidence {
  return { sample: [], named: [], defined: [] };
}

/**
 * The evidence of both. Commutative, associative and idempotent: batches may come in any order, twice too.
 *
 * @example mergeEvidence(first.evidence, second.evidence)
 */
export function mergeEvidence(a: Evidence, b: Evidence): Evidence {
  return {
    sample: mergeSamples(a.sample, b.sample),
    named: smallest([...a.named, ...b.named], NAMED, (name) => name),
    defined: smallest([...a.defined, ...b.defined], DEFINED, (definition) => definition.join('\n')),
  };
}

function mergeSamples(a: readonly PassageCues[], b: readonly PassageCues[]): PassageCues[] {
  const byHash = new Map<number, PassageCues>();
  for (const passage of [...a, ...b]) {
    const known = byHash.get(passage[0]);
    // Two texts with one hash are next to impossible; any rule will do that does not mind the order.
    if (known === undefined || JSON.stringify(passage) < JSON.stringify(known))
      byHash.set(passage[0], passage);
  }
  return [...byHash.values()].sort((x, y) => x[0] - y[0]).slice(0, SAMPLED);
}

/** The members with the smallest hashes, each once, in an order that depends on the members alone. */
function smallest<T>(members: readonly T[], most: number, keyOf: (member: T) => string): T[] {
  const byKey = new Map(members.map((member) => [keyOf(member), member]));
  const ranked = [...byKey].map(([key, member]) => ({ rank: hashOf(key), key, member }));
  ranked.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
  return ranked.slice(0, most).map(({ member }) => member);
}

/** As many of the cues as fit, always the same ones of the same cues. */
function withinBytes(cues: readonly string[]): string[] {
  const kept: string[] = [];
  let bytes = 0;
  for (const cue of smallest(cues, cues.length, (text) => text)) {
    bytes += bytesOf(cue) + 3;
    if (bytes > CUE_BYTES) break;
    kept.push(cue);
  }
  return kept;
}

/** Bytes of a text in JSON, never too few. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) bytes += 2;
    if (code < 0x20 || (code >= 0xd800 && code <= 0xdfff)) bytes += 5;
    if (code === 0x22 || code === 0x5c) bytes += 1;
  }
  return bytes;
}

/** Whether a cue or a name is short enough to be kept. */
function isKept(cue: string): boolean {
  return cue.length > 0 && bytesOf(cue) <= LONGEST_CUE;
}

/** What one passage adds to the evidence. */
export interface Observed {
  /** Absent for a passage too short to count. */
  readonly hash: number | undefined;
  readonly cues: readonly string[];
  readonly named: readonly string[];
  readonly defined: readonly PageDefinition[];
}

/** The evidence that some passages give by themselves. */
export function evidenceOf(observed: readonly Observed[]): Evidence {
  return mergeEvidence(
    {
      sample: observed.flatMap(({ hash, cues }) =>
        hash === undefined ? [] : [[hash, ...withinBytes(cues.filter(isKept))]],
      ),
      named: observed.flatMap(({ named }) => named.filter(isKept)),
      defined: firstOfEach(observed.flatMap(({ defined }) => defined)).flatMap(kept),
    },
    emptyEvidence(),
  );
}

/** One definition of each pair: a text that repeats itself need not be cut again and again. */
function firstOfEach(definitions: readonly PageDefinition[]): PageDefinition[] {
  return [...new Map(definitions.map((definition) => [definition.join('\n'), definition])).values()];
}

/** The definition as it is kept; nothing if it is too long to be one. */
function kept([short, long, sentence]: PageDefinition): readonly PageDefinition[] {
  if (bytesOf(short) + bytesOf(long) > LONGEST_DEFINITION) return [];
  let cut = sentence;
  while (bytesOf(cut) > LONGEST_SENTENCE) cut = `${cut.slice(0, Math.floor(cut.length * 0.9) - 1)}…`;
  return [[short, long, cut.toWellFormed()]];
}

/** Evidence that came over a process border: whatever is not as it should be is left out. */
export function readEvidence(value: unknown): Evidence {
  if (typeof value !== 'object' || value === null) return emptyEvidence();
  const { sample, named, defined } = value as Readonly<Record<string, unknown>>;
  const read: Evidence = {
    sample: list(sample).filter(isPassageCues),
    named: list(named).filter(isText),
    defined: list(defined).filter(isDefinition).flatMap(kept),
  };
  return mergeEvidence(read, emptyEvidence());
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isText = (value: unknown): value is string => typeof value === 'string' && isKept(value);

function isPassageCues(value: unknown): value is PassageCues {
  if (!Array.isArray(value)) return false;
  const [hash, ...cues]: unknown[] = value;
  return typeof hash === 'number' && Number.isInteger(hash) && cues.every(isText);
}

function isDefinition(value: unknown): value is PageDefinition {
  return Array.isArray(value) && value.length === 3 && value.every((part) => typeof part === 'string');
}

/** Changes whenever the evidence can change a decision about an ambiguous form. */
export function verdictOf({ sample, named, defined }: Evidence): string {
  const seen = JSON.stringify([sample.map(([, ...cues]) => cues.sort().join('\n')).sort(), named, defined]);
  let hash = 5381;
  for (let at = 0; at < seen.length; at++) hash = (Math.imul(hash, 33) ^ seen.charCodeAt(at)) >>> 0;
  return `${sample.length}.${seen.length}.${hash.toString(36)}`;
}
