import { type Claim, isPlainWord } from './claims.ts';
import { FLAG, ROLE } from './flat-index.ts';
import { growingBytes, growingHalves, growingInts } from './growing.ts';
import { NodeBuilder } from './node-builder.ts';
import { PatternReader } from './pattern.ts';
import { NO_SPELLING, spellOn } from './spelling.ts';

/** Claims kept of one pattern: more meanings than this help no reader and would slow every page. */
export const MOST_CLAIMS_PER_PATTERN = 256;

/** Collects claims as columns of numbers, of entries in any order; those of one entry come together. */
export class ClaimBuilder {
  readonly nodes = new NodeBuilder();
  readonly node = growingInts();
  /** Where each stands in the end: before those of a higher rank. */
  readonly rank = growingInts();
  readonly target = growingInts();
  readonly flags = growingBytes();
  readonly lang = growingHalves();
  readonly length = growingHalves();
  /** Claims of mixed case, and their spellings. */
  readonly spelled = growingInts();
  readonly spelling = growingInts();
  readonly langs = new Map<string, number>();
  /** Per node: its number of claims, its last claim + 1, and the entries that have it among their forms. */
  private readonly claimsOf = growingHalves();
  private readonly lastOf = growingInts();
  readonly rivalsOf = growingBytes();
  private readonly lastFormOf = growingInts();
  private readonly reader = new PatternReader();
  private now = 0;

  /** The claims that are added from now on have this rank. */
  begin(rank: number): void {
    this.now = rank;
  }

  get count(): number {
    return this.node.length;
  }

  /** Adds a claim unless it can never match or stands already. */
  add(claim: Claim): void {
    if (this.reader.read(claim.text) !== undefined) return;
    const node = this.nodes.add(this.reader);
    while (this.claimsOf.length <= node) this.grow();
    const flags = this.flagsFor(claim);
    const lang = this.langFor(claim.lang);
    const number = this.count;
    if (this.claimsOf.at(node) >= MOST_CLAIMS_PER_PATTERN || this.repeats(claim, { node, flags, lang }))
      return;
    this.node.push(node);
    this.rank.push(this.now);
    this.target.push(claim.target);
    this.flags.push(flags);
    this.lang.push(lang);
    this.length.push(this.reader.length);
    if ((flags & (FLAG.exact | FLAG.capitals)) === FLAG.exact) this.spell(number);
    if (claim.role === ROLE.form) this.countRival(node, claim.target);
    this.claimsOf.list[node] = this.claimsOf.at(node) + 1;
    this.lastOf.list[node] = number + 1;
  }

  private grow(): void {
    this.claimsOf.push(0);
    this.lastOf.push(0);
    this.rivalsOf.push(0);
    this.lastFormOf.push(-1);
  }

  private flagsFor(claim: Claim): number {
    let flags: number = claim.role;
    if (claim.context) flags |= FLAG.context;
    if (claim.exact) flags |= FLAG.exact;
    if (isPlainWord(claim.text)) flags |= FLAG.plain;
    if (claim.exact && this.reader.caseRule === 'exact') flags |= FLAG.capitals;
    if (claim.single && (flags & FLAG.capitals) !== 0) flags |= FLAG.single;
    return flags;
  }

  private langFor(lang: string | undefined): number {
    if (lang === undefined) return 0;
    const known = this.langs.get(lang) ?? this.langs.size + 1;
    this.langs.set(lang, known);
    return known;
  }

  /** Whether the last claim of the node says the same; mixed-case spellings are not compared. */
  private repeats(claim: Claim, same: { node: number; flags: number; lang: number }): boolean {
    const last = this.lastOf.at(same.node) - 1;
    if (last < 0 || this.target.at(last) !== claim.target) return false;
    if (this.flags.at(last) !== same.flags || this.lang.at(last) !== same.lang) return false;
    return !claim.exact || (same.flags & FLAG.capitals) !== 0;
  }

  private countRival(node: number, target: number): void {
    if (this.lastFormOf.at(node) === target) return;
    this.lastFormOf.list[node] = target;
    this.rivalsOf.list[node] = Math.min(255, this.rivalsOf.at(node) + 1);
  }

  private spell(number: number): void {
    const { folder, steps } = this.reader;
    const end = steps.ends[steps.count - 1] ?? 0;
    this.spelled.push(number);
    this.spelling.push(spellOn(NO_SPELLING, folder.rows, steps.starts[0] ?? 0, end));
  }
}
