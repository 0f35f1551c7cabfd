/** A line of a story's list. */
export interface Line {
  readonly id: number;
  readonly text: string;
}

/** What one story of the twin apps shows. */
export interface Story {
  readonly id: number;
  readonly title: string;
  readonly lead: string;
  readonly agency: string;
  readonly tail: string;
  readonly note: string | undefined;
  readonly lines: readonly Line[];
  /** Markup of a "raw HTML" part, as apps have for text from an editor. */
  readonly markup: string;
}

/** The state of a twin app: every framework draws the same one. */
export type Paper = readonly Story[];

/** Random numbers from a seed: the same on both sides. */
export type Pick = (below: number) => number;

/** Mulberry32 by Tommy Ettinger (public domain). */
export function picker(seed: number): Pick {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const PHRASES = [
  'The DPRK said',
  'KCNA',
  'nothing at all',
  'Pyongyang and the WPK met',
  "the Workers' Party of Korea",
  'Kim Jong Un, KCNA wrote,',
  'x',
  '',
  'about the WPK',
  'DPRK',
] as const;

const one = <T>(pick: Pick, list: readonly T[]): T => {
  const chosen = list[pick(list.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from.');
  return chosen;
};
const phrase = (pick: Pick): string => one(pick, PHRASES);
const line = (pick: Pick): Line => ({ id: pick(1_000_000_000), text: phrase(pick) });

function makeStory(pick: Pick): Story {
  return {
    id: pick(1_000_000_000),
    title: `Report ${pick(90)}: ${phrase(pick)}`,
    lead: phrase(pick),
    agency: phrase(pick),
    tail: phrase(pick),
    note: pick(2) === 0 ? undefined : phrase(pick),
    lines: [line(pick), line(pick)],
    markup: `<i>Raw</i> ${phrase(pick)} <b>${phrase(pick)}</b>`,
  };
}

/** A paper to begin with. */
export function makePaper(seed: number, stories: number): Paper {
  const pick = picker(seed);
  return Array.from({ length: stories }, () => makeStory(pick));
}

/** Changes to one story. */
const EDITS: readonly ((story: Story, pick: Pick) => Partial<Story>)[] = [
  (_, pick) => ({ title: `Report ${pick(90)}: ${phrase(pick)}` }),
  (_, pick) => ({ lead: phrase(pick) }),
  (_, pick) => ({ agency: phrase(pick) }),
  ({ tail }, pick) => ({ tail: tail.length > 80 ? phrase(pick) : `${tail} ${phrase(pick)}` }),
  ({ note }, pick) => ({ note: note === undefined ? phrase(pick) : undefined }),
  ({ note }, pick) => ({ note: note === undefined ? '' : phrase(pick) }),
  ({ lines }, pick) => ({ lines: [...lines.slice(-4), line(pick)] }),
  ({ lines }, pick) => ({ lines: [line(pick), ...lines.slice(0, 4)] }),
  ({ lines }) => ({ lines: lines.slice(1) }),
  ({ lines }) => ({ lines: lines.toReversed() }),
  ({ lines }, pick) => ({ lines: lines.map((old, at) => (at === 0 ? { ...old, text: phrase(pick) } : old)) }),
  (_, pick) => ({ markup: `${phrase(pick)} <b>${phrase(pick)}</b>` }),
];

/** Changes to the whole paper, which keep its size. */
const REORDERINGS: readonly ((paper: Paper, pick: Pick) => Paper)[] = [
  (paper) => [...paper.slice(1), ...paper.slice(0, 1)],
  (paper, pick) => paper.with(pick(paper.length), makeStory(pick)),
  (paper, pick) => {
    const [from, to] = [pick(paper.length), pick(paper.length)];
    return paper
      .with(
        from,
        one(() => to, paper),
      )
      .with(
        to,
        one(() => from, paper),
      );
  },
];

/** The paper after one more random change: mostly to a story, now and then to their order. */
export function change(paper: Paper, pick: Pick): Paper {
  if (pick(12) === 0) return one(pick, REORDERINGS)(paper, pick);
  const at = pick(paper.length);
  const story = one(() => at, paper);
  return paper.with(at, { ...story, ...one(pick, EDITS)(story, pick) });
}
