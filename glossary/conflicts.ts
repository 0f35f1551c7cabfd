import { type Claim, claimsOfEntry, withoutOpenPossessive } from './claims.ts';
import type { Entry, EntryRef, Glossary } from './entry.ts';
import { ROLE } from './flat-index.ts';
import { fold } from './fold.ts';

/** An entry that is written like another. */
export interface Claimant {
  readonly ref: EntryRef;
  readonly entry: Entry;
  readonly glossary: Pick<Glossary, 'id' | 'title'>;
  /** Marked only with evidence. */
  readonly context: boolean;
}

/** A form that several entries claim. */
export interface Conflict {
  readonly form: string;
  /** In the order in which their meanings are preferred. */
  readonly claimants: readonly Claimant[];
  /**
   * `order`: several are marked wherever the form stands, so the first one is shown and the others stand behind it.
   * `page`: each page decides, by what it speaks of.
   */
  readonly decidedBy: 'order' | 'page';
}

interface Found {
  readonly claim: Claim;
  /** `pt` of `pt-BR`; absent where the form belongs to every language. */
  readonly language: string | undefined;
  readonly claimant: Claimant;
}

/**
 * Finds the forms that entries of several glossaries claim, or that several entries of one claim without a
 * condition. The glossaries come in the order in which their meanings are preferred; what the order has to decide
 * comes first.
 *
 * @example findConflicts([{ …, entries: [spaResort] }, { …, entries: [spaMagistrate] }])[0].form // 'SPA'
 */
export function findConflicts(glossaries: readonly Glossary[]): Conflict[] {
  const finder = new ConflictFinder();
  for (const glossary of glossaries) finder.take(glossary, glossary.entries);
  return finder.conflicts();
}

/** The same, entry by entry: for whoever must not be busy for long at a time. */
export class ConflictFinder {
  readonly #byText = new Map<string, Found[]>();

  /** Takes some entries of a glossary, in order. */
  take(glossary: Glossary, entries: readonly Entry[]): void {
    for (const entry of entries) {
      for (const claim of claimsOfEntry(entry, 0, glossary.language)) {
        if (claim.role === ROLE.form) this.#add(claim, glossary, entry);
      }
    }
  }

  conflicts(): Conflict[] {
    const groups = [...this.#byText.values()].filter(({ length }) => length > 1);
    return groups
      .flatMap(clashes)
      .sort(
        (a, b) =>
          Number(a.decidedBy === 'page') - Number(b.decidedBy === 'page') || (a.form < b.form ? -1 : 1),
      );
  }

  #add(claim: Claim, glossary: Glossary, entry: Entry): void {
    const key = fold(withoutOpenPossessive(claim.text));
    const ref = `${glossary.id}/${entry.id}`;
    const language = claim.lang?.toLowerCase().split('-')[0];
    const found = { claim, language, claimant: { ref, entry, glossary, context: claim.context } };
    const there = this.#byText.get(key);
    if (there === undefined) this.#byText.set(key, [found]);
    else there.push(found);
  }
}

/** Forms that fold alike: those that want their capitals clash only where these are the same. */
function clashes(found: readonly Found[]): Conflict[] {
  if (found.some(({ claim }) => !claim.exact)) return conflictOf(found);
  const byCase = Map.groupBy(found, ({ claim }) => claim.text.normalize('NFKC'));
  return [...byCase.values()].flatMap(conflictOf);
}

function conflictOf(found: readonly Found[]): Conflict[] {
  const meeting = found.filter((one) => found.some((other) => meets(one, other)));
  const claimants = [...new Map(meeting.map(({ claimant }) => [claimant.ref, claimant])).values()];
  const [first] = meeting;
  if (first === undefined || claimants.length < 2) return [];
  const always = claimants.filter(({ context }) => !context);
  const glossaries = new Set(claimants.map(({ glossary }) => glossary.id));
  if (glossaries.size < 2 && always.length < 2) return [];
  return [{ form: first.claim.text, claimants, decidedBy: always.length > 1 ? 'order' : 'page' }];
}

/** Whether two entries can stand for the same words on one page: not where each belongs to another language. */
function meets(one: Found, other: Found): boolean {
  if (one.claimant.ref === other.claimant.ref) return false;
  return one.language === undefined || other.language === undefined || one.language === other.language;
}
