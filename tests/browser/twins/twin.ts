import { change, makePaper, type Paper, picker } from './paper.ts';
import { stateOf } from './state.ts';

/** Has an app draw another state; resolves once the document shows it. */
export type Update = (paper: Paper) => unknown;
/** Starts an app in an element: from nothing, or on what a server has written there. */
export type Mount = (root: HTMLElement, paper: Paper, onServers: boolean) => Update | Promise<Update>;

/** A run of random changes. */
export interface Plan {
  readonly seed: number;
  readonly steps: number;
  /** After each so many steps the extension gets time to act … */
  readonly restEvery: number;
  /** … which is this many frames. */
  readonly frames: number;
}

/** What came of a run; equal for twins but for the last two. */
export interface Account {
  /** A number for each look at the document: after each step, and after each rest. */
  readonly hashes: readonly number[];
  readonly complaints: readonly string[];
  /** Blocks that came to hold marks, and that no longer did. */
  readonly promoted: number;
  readonly demoted: number;
}

/** Stories in a paper: as many as all are in sight. */
export const STORIES = 6;

/** Runs one app in this document and keeps account of what the page sees. */
export class Twin {
  readonly #mount: Mount;
  readonly #complaints: string[] = [];
  readonly #states: string[] = [];
  #paper: Paper = [];
  #roots: readonly HTMLElement[] = [];
  #update: Update = () => undefined;
  #marked = new Set<Element>();
  #promoted = 0;
  #demoted = 0;
  started = false;

  constructor(mount: Mount) {
    this.#mount = mount;
    const note = (...said: readonly unknown[]): void =>
      void this.#complaints.push(said.map(String).join(' '));
    addEventListener('error', ({ message }) => note('uncaught', message));
    addEventListener('unhandledrejection', ({ reason }) => note('unhandled', reason));
    for (const level of ['error', 'warn'] as const) console[level] = note;
  }

  /** Starts the app in an element, on a server's text if there is one. */
  async start(seed: number, root: HTMLElement, onServers = false): Promise<void> {
    this.#paper = makePaper(seed, STORIES);
    this.#roots = [root];
    this.#update = await this.#mount(root, this.#paper, onServers);
    this.#begin();
  }

  /** Starts an app of its own in each element, one story each, on a server's text: one after the other. */
  async startIslands(seed: number, roots: readonly HTMLElement[]): Promise<void> {
    this.#paper = makePaper(seed, STORIES);
    this.#roots = roots;
    const updates: Update[] = [];
    for (const [at, root] of roots.entries()) {
      await idle();
      updates.push(await this.#mount(root, this.#paper.slice(at, at + 1), true));
    }
    this.#update = (paper) => Promise.all(updates.map((update, at) => update(paper.slice(at, at + 1))));
    this.#begin();
  }

  #begin(): void {
    this.started = true;
    this.#look();
  }

  async run({ seed, steps, restEvery, frames }: Plan): Promise<Account> {
    const pick = picker(seed);
    this.#look();
    for (let step = 1; step <= steps; step++) {
      this.#paper = change(this.#paper, pick);
      await this.#update(this.#paper);
      this.#look();
      if (step % restEvery !== 0) continue;
      for (let frame = 0; frame < frames; frame++) await nextFrame();
      this.#look();
    }
    return {
      hashes: this.#states.map(hash),
      complaints: this.#complaints,
      promoted: this.#promoted,
      demoted: this.#demoted,
    };
  }

  /** What was seen at a look, to tell what differs. */
  state(look: number): string {
    return this.#states[look] ?? 'nothing';
  }

  /** Marks in this document now. */
  marks(): number {
    return document.querySelectorAll('mark[data-glossator]').length;
  }

  #look(): void {
    const nodes = this.#roots.flatMap(({ childNodes }) => [...childNodes]);
    this.#states.push(`${document.body.innerText}\n${stateOf(nodes)}`);
    const marked = new Set<Element>();
    for (const mark of document.querySelectorAll('mark[data-glossator]'))
      if (mark.parentElement !== null) marked.add(mark.parentElement);
    for (const block of marked) if (!this.#marked.has(block)) this.#promoted++;
    for (const block of this.#marked) if (!marked.has(block)) this.#demoted++;
    this.#marked = marked;
  }
}

function nextFrame(): Promise<unknown> {
  return new Promise((next) => requestAnimationFrame(next));
}

function idle(): Promise<unknown> {
  return new Promise((next) => requestIdleCallback(next));
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

declare global {
  var glossatorTwin: Twin;
}

/** Makes an app reachable for the test. */
export function offer(mount: Mount): void {
  globalThis.glossatorTwin = new Twin(mount);
}
