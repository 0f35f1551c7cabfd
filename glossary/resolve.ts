/** A stretch of a passage that could be marked. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Which stretches are marked where they overlap: the longest wins, of equals the leftmost. The result is in
 * order of start. Linear in the text that the stretches cover, apart from sorting.
 */
export function withoutOverlap<S extends Stretch>(stretches: readonly S[]): S[] {
  const byStart = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end);
  const chosen: S[] = [];
  for (const cluster of clusters(byStart)) {
    if (cluster.length === 1) chosen.push(...cluster);
    else chosen.push(...longestFirst(cluster));
  }
  return chosen;
}

/** Runs of stretches that are linked by overlaps. */
function clusters<S extends Stretch>(byStart: readonly S[]): S[][] {
  const runs: S[][] = [];
  let reach = -1;
  for (const stretch of byStart) {
    const run = runs.at(-1);
    if (run !== undefined && stretch.start < reach) run.push(stretch);
    else runs.push([stretch]);
    reach = Math.max(reach, stretch.end);
  }
  return runs;
}

function longestFirst<S extends Stretch>(cluster: readonly S[]): S[] {
  const from = cluster[0]?.start ?? 0;
  const taken = new Uint8Array(reachOf(cluster) - from);
  const byLength = [...cluster].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const chosen = byLength.filter(({ start, end }) => {
    // Longer ones were taken before: none can lie within this one without touching its ends.
    if (taken[start - from] === 1 || taken[end - 1 - from] === 1) return false;
    taken.fill(1, start - from, end - from);
    return true;
  });
  return chosen.sort((a, b) => a.start - b.start);
}

function reachOf(cluster: readonly Stretch[]): number {
  return cluster.reduce((reach, { end }) => Math.max(reach, end), 0);
}
