/**
 * What a hit is worth: the bands of the ways to match, best first. Within a band a name with fewer letters
 * beyond the query is better; between equals the reader's order of glossaries decides.
 */
export const WORTH = {
  exactTerm: 1_000,
  exactName: 980,
  /** The same letters with other spaces. */
  exactUnspaced: 940,
  beginsTerm: 900,
  beginsName: 800,
  insideName: 700,
  beginsUnspaced: 640,
  typo: 600,
  typoBeginning: 550,
  typoInside: 440,
  anyOrder: 390,
  typoAnyOrder: 330,
  definition: 250,
  someWords: 200,
} as const;

/** The most that letters beyond the query take away: less than the step to the next band. */
export const MOST_EXTRA = 49;

/** Whether a hit of this worth has just the name that was asked for. */
export function isExact(worth: number): boolean {
  return worth >= WORTH.exactUnspaced;
}

/** Whether a hit of this worth is only near to what was asked. */
export function isNear(worth: number): boolean {
  const typo = worth <= WORTH.typo && worth > WORTH.anyOrder;
  const typoAnyOrder = worth <= WORTH.typoAnyOrder && worth > WORTH.definition + MOST_EXTRA;
  return typo || typoAnyOrder || worth <= WORTH.someWords;
}

const NO_NAME = 0xffff_ffff;

/** An entry as it was ranked, with the name that matched if one did. */
export interface Ranked {
  readonly entry: number;
  readonly worth: number;
  readonly name: number | undefined;
}

/** The best that was offered for each entry. */
export class Ranking {
  /** Entries that were offered at least once. */
  count = 0;
  private readonly worths: Uint16Array;
  private readonly names: Uint32Array;
  private readonly offered: Uint32Array;

  constructor(entryCount: number) {
    this.worths = new Uint16Array(entryCount);
    this.names = new Uint32Array(entryCount);
    this.offered = new Uint32Array(entryCount);
  }

  /** Offers an entry, with the name that matched if one did. */
  offer(entry: number, worth: number, name = NO_NAME): void {
    const known = this.worths[entry] ?? 0;
    if (worth <= known) return;
    if (known === 0) this.offered[this.count++] = entry;
    this.worths[entry] = worth;
    this.names[entry] = name;
  }

  /** The best `limit` entries, best first. */
  best(limit: number): Ranked[] {
    const least = this.leastOf(limit);
    const picked: Ranked[] = [];
    for (let at = 0; at < this.count; at++) {
      const entry = this.offered[at] ?? 0;
      const worth = this.worths[entry] ?? 0;
      if (worth < least) continue;
      const name = this.names[entry] ?? NO_NAME;
      picked.push({ entry, worth, name: name === NO_NAME ? undefined : name });
    }
    return picked.sort((a, b) => b.worth - a.worth || a.entry - b.entry).slice(0, limit);
  }

  /** The worth that an entry must have to be among the best `limit`. */
  private leastOf(limit: number): number {
    const counts = new Uint32Array(WORTH.exactTerm + 1);
    for (let at = 0; at < this.count; at++) {
      const worth = this.worths[this.offered[at] ?? 0] ?? 0;
      counts[worth] = (counts[worth] ?? 0) + 1;
    }
    let total = 0;
    for (let worth = WORTH.exactTerm; worth > 0; worth--) {
      total += counts[worth] ?? 0;
      if (total >= limit) return worth;
    }
    return 1;
  }
}
