import type { PageSettings } from '../platform/page-settings.ts';
import { rectsOf, type Term } from './term.ts';

/**
 * Decides which terms are underlined: not those the reader knows, and only the first mention if so set.
 * `terms` are in document order.
 */
export function chooseMentions(terms: readonly Term[], settings: PageSettings): void {
  const known = new Set(settings.known);
  const first = firstMention(settings.look.mentions);
  for (const term of terms) term.underlined = !known.has(term.meaning.entry) && first(term);
}

function firstMention(mentions: PageSettings['look']['mentions']): (term: Term) => boolean {
  if (mentions === 'every') return () => true;
  const seen = new Set<string>();
  const headings = mentions === 'section' ? [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')] : [];
  let section = 0;
  return (term) => {
    const host = term.host();
    while (host !== undefined && follows(headings[section], host)) {
      section++;
      seen.clear();
    }
    const isFirst = !seen.has(term.meaning.entry);
    seen.add(term.meaning.entry);
    return isFirst;
  };
}

/** Whether an element is, or comes after, a heading. */
function follows(heading: Element | undefined, element: Element): boolean {
  if (heading === undefined) return false;
  const place = heading.compareDocumentPosition(element);
  return (
    place === 0 || (place & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !== 0
  );
}

/** Keeps a screenful from having more than so many underlines; what was decided stays. */
export class Thinning {
  readonly #kept = new Map<Term, number>();
  readonly #left = new WeakSet<Term>();

  /** The terms to draw out of those that come near. */
  choose(terms: readonly Term[], most: number): readonly Term[] {
    if (most <= 0) return terms;
    for (const term of this.#kept.keys()) if (!term.alive()) this.#kept.delete(term);
    return terms.filter((term) => this.#kept.has(term) || (!this.#left.has(term) && this.#fits(term, most)));
  }

  #fits(term: Term, most: number): boolean {
    const rect = rectsOf(term.extents())[0];
    if (rect === undefined) return false;
    const y = rect.top + scrollY;
    const around = [...this.#kept.values()].filter((other) => Math.abs(other - y) < innerHeight);
    const fits = around.length < most;
    if (fits) this.#kept.set(term, y);
    else this.#left.add(term);
    return fits;
  }
}
