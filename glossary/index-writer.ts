import type { ClaimBuilder } from './claim-builder.ts';
import { allocate, filterMask, NODE, type Sections, type Sizes, seal } from './index-layout.ts';
import type { NodeBuilder } from './node-builder.ts';

/** Filter bits per node: of rows of words that are none, one in forty passes. */
const FILTER_BITS_PER_NODE = 8;
/** Bits per first step: of words that begin no pattern, one in forty passes, and the table stays small. */
const FIRST_BITS_PER_STEP = 8;

/** What the claims refer to. */
export interface Names {
  readonly entryIds: readonly string[];
  readonly glossaryIds: readonly string[];
  readonly entryStarts: readonly number[];
}

/** Writes collected claims into one sealed buffer, nodes ordered by bucket and claims by node. */
export function writeIndex(claims: ClaimBuilder, names: Names): ArrayBuffer {
  const { nodes } = claims;
  const table = nameTable([...names.entryIds, ...names.glossaryIds, ...claims.langs.keys()]);
  const sizes: Sizes = {
    nodes: nodes.count,
    claims: claims.count,
    entries: names.entryIds.length,
    glossaries: names.glossaryIds.length,
    langs: claims.langs.size,
    spellings: claims.spelled.length,
    textBytes: nodes.text.length,
    nameBytes: table.bytes.length,
    firstBits: bitsFor((Math.min(nodes.firsts.length, nodes.count) * FIRST_BITS_PER_STEP) / 32),
    filterBits: bitsFor((nodes.count * FILTER_BITS_PER_NODE) / 32),
    bucketBits: bitsFor(nodes.count / 2),
  };
  const { buffer, sections } = allocate(sizes);
  sections.entryStarts.set(names.entryStarts);
  sections.nameStarts.set(table.starts);
  sections.names.set(table.bytes);
  const order = placeNodes(nodes, sections, sizes);
  placeClaims(claims, sections, order);
  fillFilters(nodes, sections, sizes);
  seal(buffer);
  return buffer;
}

/** The bits that number at least so many things. */
function bitsFor(count: number): number {
  return Math.max(1, Math.ceil(Math.log2(Math.max(1, count))));
}

function nameTable(names: readonly string[]): { starts: Uint32Array; bytes: Uint8Array } {
  const encoder = new TextEncoder();
  const starts = new Uint32Array(names.length + 1);
  const units = names.reduce((sum, name) => sum + name.length, 0);
  const bytes = new Uint8Array(units * 3);
  let at = 0;
  for (const [number, name] of names.entries()) {
    starts[number] = at;
    at += encoder.encodeInto(name, bytes.subarray(at)).written;
  }
  starts[names.length] = at;
  return { starts, bytes: bytes.subarray(0, at) };
}

/** Counting sort by bucket; returns the new number of each node. */
function placeNodes(nodes: NodeBuilder, sections: Sections, { bucketBits }: Sizes): Int32Array {
  const { buckets, text } = sections;
  const bucketOf = (node: number) => nodes.hashes.at(node) >>> (32 - bucketBits);
  const order = new Int32Array(nodes.count);
  for (let node = 0; node < nodes.count; node++) bump(buckets, bucketOf(node) + 1);
  sumUp(buckets);
  const next = buckets.slice();
  const origin = new Int32Array(nodes.count);
  for (let node = 0; node < nodes.count; node++) {
    const place = bump(next, bucketOf(node));
    order[node] = place;
    origin[place] = node;
  }
  let at = 0;
  for (let place = 0; place < nodes.count; place++) {
    const node = origin[place] ?? 0;
    const parent = nodes.parents.at(node);
    const record = place * NODE.width;
    sections.nodes[record + NODE.hash] = nodes.hashes.at(node);
    sections.nodes[record + NODE.parent] = parent < 0 ? parent : (order[parent] ?? 0);
    sections.nodes[record + NODE.text] = at;
    const end = node + 1 < nodes.count ? nodes.textStarts.at(node + 1) : nodes.text.length;
    for (let from = nodes.textStarts.at(node); from < end; from++) text[at++] = nodes.text.at(from);
  }
  sections.nodes[nodes.count * NODE.width + NODE.text] = at;
  return order;
}

/** Counting sort by node; claims of one node stand by their rank. */
function placeClaims(claims: ClaimBuilder, sections: Sections, order: Int32Array): void {
  const nodeOf = (claim: number) => order[claims.node.at(claim)] ?? 0;
  const next = new Uint32Array(order.length + 1);
  for (let claim = 0; claim < claims.count; claim++) bump(next, nodeOf(claim) + 1);
  sumUp(next);
  for (const [node, start] of next.entries()) sections.nodes[node * NODE.width + NODE.claims] = start;
  const placeOf = new Int32Array(claims.count);
  for (const claim of byRank(claims)) {
    const place = bump(next, nodeOf(claim));
    placeOf[claim] = place;
    sections.targets[place] = claims.target.at(claim);
    sections.flags[place] = claims.flags.at(claim);
    sections.langs[place] = claims.lang.at(claim);
    sections.lengths[place] = claims.length.at(claim);
    sections.rivals[place] = claims.rivalsOf.at(claims.node.at(claim));
  }
  placeSpellings(claims, sections, placeOf);
}

/** The numbers of the claims by their rank; those of one rank keep their order. */
function byRank({ rank, count }: ClaimBuilder): Uint32Array {
  let ranks = 0;
  for (let claim = 0; claim < count; claim++) ranks = Math.max(ranks, rank.at(claim) + 1);
  const next = new Uint32Array(ranks + 1);
  for (let claim = 0; claim < count; claim++) bump(next, rank.at(claim) + 1);
  sumUp(next);
  const order = new Uint32Array(count);
  for (let claim = 0; claim < count; claim++) order[bump(next, rank.at(claim))] = claim;
  return order;
}

function placeSpellings(claims: ClaimBuilder, sections: Sections, placeOf: Int32Array): void {
  const placed = Array.from({ length: claims.spelled.length }, (_, number) => ({
    number,
    place: placeOf[claims.spelled.at(number)] ?? 0,
  }));
  placed.sort((a, b) => a.place - b.place);
  for (const [position, { number, place }] of placed.entries()) {
    sections.spelled[position] = place;
    sections.spellings[position] = claims.spelling.at(number);
  }
}

function fillFilters(nodes: NodeBuilder, sections: Sections, sizes: Sizes): void {
  for (let node = 0; node < sizes.nodes; node++) {
    admit(sections.filter, sizes.filterBits, sections.nodes[node * NODE.width] ?? 0);
  }
  for (let at = 0; at < nodes.firsts.length; at++)
    admit(sections.firsts, sizes.firstBits, nodes.firsts.at(at));
}

function admit(filter: Int32Array, bits: number, hash: number): void {
  const word = hash >>> (32 - bits);
  filter[word] = (filter[word] ?? 0) | filterMask(hash);
}

/** Adds one and returns what was there before. */
function bump(counts: Uint32Array, at: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
}

function sumUp(counts: Uint32Array): void {
  for (let at = 1; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
}
