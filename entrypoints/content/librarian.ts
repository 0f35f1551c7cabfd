import type { Evidence } from '../../glossary/evidence.ts';
import { CallError, type callBackground } from '../platform/calls.ts';
import type { Batch, Notes } from '../platform/messages.ts';
import type { Passage } from './passages.ts';

/** Characters in one batch: larger ones keep the background from answering anybody else. */
const BATCH = 65_536;

/** Sends passages to the background and carries what the page has shown from one reply to the next. */
export class Librarian {
  readonly #call: typeof callBackground;
  #evidence: Evidence | undefined;
  #verdict = '';
  /** Counts the pages shown in this document: a reply about an earlier one teaches nothing. */
  #page = 0;
  #gone = false;

  constructor(call: typeof callBackground) {
    this.#call = call;
  }

  /** True once the extension was updated or removed: nobody will answer any more. */
  get gone(): boolean {
    return this.#gone;
  }

  /** Another page has come in the place of this one: what was shown there counts no more. */
  forget(): void {
    this.#evidence = undefined;
    this.#verdict = '';
    this.#page++;
  }

  /** What the page had shown when it was last asked about; ambiguous forms decided before may be other now. */
  get verdict(): string {
    return this.#verdict;
  }

  /** Notes about a batch; nothing if nobody answers. */
  async annotate(passages: readonly Passage[]): Promise<Notes | undefined> {
    if (this.#gone) return undefined;
    const page = this.#page;
    try {
      const notes = await this.#call('annotate', batchOf(passages, this.#evidence));
      if (this.#page === page) {
        this.#evidence = notes.evidence;
        this.#verdict = notes.verdict;
      }
      return notes;
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      this.#gone ||= error.gone;
      return undefined;
    }
  }
}

function batchOf(passages: readonly Passage[], evidence: Evidence | undefined): Batch {
  const { lang } = document.documentElement;
  const langs = langsOf(passages);
  return {
    title: document.title,
    passages: passages.map(({ text }) => text),
    ...(lang === '' ? {} : { lang }),
    ...(langs.some((one) => one !== null) ? { langs } : {}),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** The languages in force at passages; those of one parent are asked for once. */
function langsOf(passages: readonly Passage[]): readonly (string | null)[] {
  let parent: Node | null = null;
  let around: string | null = null;
  return passages.map(({ block }) => {
    if (block instanceof ShadowRoot) return langAt(block.host);
    if (block.parentNode !== parent || parent === null) {
      parent = block.parentNode;
      around =
        parent instanceof ShadowRoot
          ? langAt(parent.host)
          : block.parentElement && langAt(block.parentElement);
    }
    return block.getAttribute('lang') ?? around;
  });
}

/** The language set nearest around an element, also beyond its shadow root. */
function langAt(element: Element): string | null {
  const around = element.closest('[lang]');
  if (around !== null) return around.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? langAt(root.host) : null;
}

/** How many passages from `start` on fit into one batch of so many characters; one at least. */
export function batchSize(passages: readonly Passage[], start: number, most = BATCH): number {
  let characters = 0;
  let at = start;
  for (; at < passages.length; at++) {
    characters += passages[at]?.text.length ?? 0;
    if (characters > most && at > start) break;
  }
  return at - start;
}
