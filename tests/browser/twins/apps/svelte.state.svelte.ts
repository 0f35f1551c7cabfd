import type { Paper } from '../paper.ts';

/** A paper that Svelte watches. */
export class Current {
  paper: Paper = $state.raw([]);
}
