import { annotate } from '../../glossary/annotate.ts';
import type { Index } from '../../glossary/compile.ts';
import type { Card, EntryRef, Span } from '../../glossary/entry.ts';
import type { Caller } from '../platform/calls.ts';
import type { Batch, Meaning, Notes } from '../platform/messages.ts';
import type { Cards } from './cards.ts';
import type { Compiled } from './compiled.ts';
import { pageCards } from './page-cards.ts';
import type { ReaderWord } from './reader-word.ts';

/** What the librarian works with. */
export interface Desk {
  readonly terms: Compiled<Index>;
  readonly cards: Cards;
  readonly word: () => Promise<ReaderWord>;
}

/** Characters of one batch; a page that sends more is not one of ours. */
const MOST_CHARACTERS = 8 * 1024 * 1024;

/** Finds the terms in a batch of passages. Keeps nothing: all that a page has shown comes with the batch. */
export async function annotateBatch(batch: Batch, caller: Caller, desk: Desk): Promise<Notes> {
  refuseMisshapen(batch);
  const [index, word] = await Promise.all([desk.terms.get(), desk.word()]);
  const page = {
    url: caller.tabUrl,
    title: batch.title,
    passages: batch.passages,
    choices: word.choices,
    ...(batch.lang !== undefined && { lang: batch.lang }),
    ...(batch.langs !== undefined && { langs: batch.langs.map((lang) => lang ?? undefined) }),
    ...(batch.evidence !== undefined && { evidence: batch.evidence }),
  };
  const { pageTerms, silentWhereExplained } = word.settings;
  const noted = annotate(index, page, { explain: true, pageTerms, silentWhereExplained });
  const spans = noted.spans.filter(({ entry }) => !word.hidden.includes(entry));
  const { flat, meanings, words } = flatten(spans, batch.passages, (span) => noted.why?.(span));
  const cards = await cardsOf(meanings, desk.cards);
  return {
    spans: flat,
    meanings,
    words,
    cards: { ...Object.fromEntries(cards), ...pageCards(noted.pageTerms, batch.lang ?? '') },
    evidence: noted.evidence,
    unsettled: noted.unsettled,
    verdict: noted.verdict,
  };
}

/** Hostile until validated: the sender is a process that runs pages. */
function refuseMisshapen(batch: Batch): void {
  const { title, passages, langs } = batch;
  const texts = Array.isArray(passages) && passages.every((passage) => typeof passage === 'string');
  if (!texts || typeof title !== 'string') throw new Error('A batch is a title and a list of passages.');
  if (langs !== undefined && (!Array.isArray(langs) || langs.length !== passages.length)) {
    throw new Error('The languages of a batch are as many as its passages.');
  }
  const characters = passages.reduce((sum, passage) => sum + passage.length, 0);
  if (characters > MOST_CHARACTERS)
    throw new Error(`A batch has ${characters} characters; ${MOST_CHARACTERS} at most.`);
}

function flatten(
  spans: readonly Span[],
  texts: readonly string[],
  why: (span: Span) => string | undefined,
): { flat: number[]; meanings: Meaning[]; words: string[] } {
  const flat: number[] = [];
  const meanings: Meaning[] = [];
  const known = new Map<string, number>();
  const words = new Map<string, number>();
  for (const span of spans) {
    const { passage, start, end } = span;
    const meaning = meaningOf(span, why(span));
    const key = JSON.stringify(meaning);
    const at = known.get(key) ?? meanings.push(meaning) - 1;
    known.set(key, at);
    const word = texts[passage]?.slice(start, end) ?? '';
    if (!words.has(word)) words.set(word, words.size);
    flat.push(passage, start, end, at, words.get(word) ?? 0);
  }
  return { flat, meanings, words: [...words.keys()] };
}

function meaningOf({ entry, others = [] }: Span, why: string | undefined): Meaning {
  return { entry, others, ...(why !== undefined && { why }) };
}

function cardsOf(meanings: readonly Meaning[], cards: Cards): Promise<Map<EntryRef, Card>> {
  return cards.get(
    meanings.flatMap(({ entry, others }) => [entry, ...others]).filter((ref) => ref.includes('/')),
  );
}
