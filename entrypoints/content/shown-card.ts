import type { Found } from './found.ts';
import { isInSight } from './in-sight.ts';
import type { Anchor, Popover } from './popover.ts';
import type { Box } from './safe-triangle.ts';
import { NOWHERE } from './selection.ts';
import type { Topic } from './topic.ts';

/** Part of the height of the viewport that a card follows its term; then the reader has gone on. */
const FOLLOW_PART = 0.4;

/** A place on the page that a card is about: a term, or what was looked up. */
export interface Spot {
  readonly topic: Topic;
  readonly anchor: Anchor;
  /** The term as it stands now; replaced when the page is painted anew. */
  found: Found | undefined;
}

/** The spot of a term. */
export function spotOf(found: Found): Spot {
  const { entry, others, why } = found.meaning;
  const spot: Spot = {
    topic: { refs: [entry, ...others], why, marked: true },
    found,
    anchor: { rects: () => spot.found?.rects() ?? [], host: () => spot.found?.host() },
  };
  return spot;
}

/** The spot of something that has no place on the page. */
export function noteSpot({ title, text }: { readonly title: string; readonly text: string }): Spot {
  const topic = {
    refs: [],
    marked: false,
    unknown: { query: '', sentence: undefined, title, trouble: text },
  };
  return { topic, anchor: NOWHERE, found: undefined };
}

/** Whether a term is the one of a spot, also when it was painted anew in between. */
export function isSameTerm(found: Found, { found: before }: Spot): boolean {
  if (before === undefined || found === before) return before !== undefined;
  // The cheap question first: there may be thousands of terms to ask.
  if (before.meaning.entry !== found.meaning.entry) return false;
  const a = before.passage();
  const b = found.passage();
  if (a.start !== b.start || a.text !== b.text) return false;
  return !before.alive() || isSamePlace(before.rects()[0], found.rects()[0]);
}

function isSamePlace(a: Box | undefined, b: Box | undefined): boolean {
  return a !== undefined && b !== undefined && Math.hypot(a.left - b.left, a.top - b.top) < 2;
}

/** Lets a card follow its spot; the answer is false once the spot has gone out of sight or too far. */
export function makeFollower(popover: Popover, { anchor }: Spot, held: () => boolean): () => boolean {
  let home: Box | undefined;
  return () => {
    const rects = anchor.rects();
    // What is scrolled to by us comes into sight only after a while.
    if (isInSight(rects, anchor.host())) home ??= rects[0];
    else if (home !== undefined) return false;
    const moved = home === undefined ? 0 : Math.abs((rects[0]?.top ?? home.top) - home.top);
    if (moved > innerHeight * FOLLOW_PART && !held()) return false;
    popover.place();
    return true;
  };
}
