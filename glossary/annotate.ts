import { findDefinitions } from './abbreviations.ts';
import { chooser, type SenseChoices } from './choices.ts';
import type { Index } from './compile.ts';
import { type PassageContext, type PassageNotes, readPassage } from './decide.ts';
import type { Span } from './entry.ts';
import { type Evidence, evidenceOf, mergeEvidence, readEvidence, verdictOf } from './evidence.ts';
import { LanguageFit } from './fitting.ts';
import { hasAbbreviations, observe } from './observe.ts';
import { type PageTerm, pageTermsOf } from './page-terms.ts';
import { PageView } from './page-view.ts';
import { Reading } from './reading.ts';
import { because, type Decision } from './reasons.ts';

/** A page, or a batch of its passages with the evidence of the batches before. */
export interface Page {
  readonly url: string;
  readonly title: string;
  /** `lang` of the document. */
  readonly lang?: string;
  /** `lang` in force at each passage, where one is set; parallel to `passages`. */
  readonly langs?: readonly (string | undefined)[];
  readonly passages: readonly string[];
  readonly evidence?: Evidence;
  readonly choices?: SenseChoices;
}

export interface AnnotateOptions {
  /** Tell why each form was marked or held back. */
  readonly explain?: boolean;
  /** Note abbreviations that the page itself defines; usually on. */
  readonly pageTerms?: boolean;
  /** Leave an abbreviation alone in the sentence that spells it out; usually on. */
  readonly silentWhereExplained?: boolean;
}

export interface Annotated {
  /** By passage and start, without overlaps. */
  readonly spans: readonly Span[];
  /** What the page has shown up to now: give it to the next call. */
  readonly evidence: Evidence;
  /** Passages whose spans may change with more evidence. */
  readonly unsettled: readonly number[];
  /** The same for the same decisions: while it stays, no passage needs to be sent again. */
  readonly verdict: string;
  /** Abbreviations of the page's own that `spans` mentions. */
  readonly pageTerms: readonly PageTerm[];
  /** With `explain`: every decision about a form that could have gone the other way. */
  readonly decisions?: readonly Decision[];
  /** With `explain`: one line on why a span has its meaning, where there is something to say. */
  readonly why?: (span: Span) => string | undefined;
}

/**
 * Finds the terms in the passages of a page and settles what they mean there.
 *
 * Large pages go in batches, each with the evidence that the one before returned. At the end the passages in
 * `unsettled` go once more with the final evidence; the spans are then the same as of the whole page at once,
 * whatever the batches were.
 *
 * @example annotate(index, { url, title, passages: ['The RGB answers to Pyongyang.'] }).spans
 */
export function annotate(index: Index, page: Page, options: AnnotateOptions = {}): Annotated {
  const { explain = false, pageTerms = true, silentWhereExplained = true } = options;
  const read = page.passages.map((text) => {
    const reading = new Reading(index, text);
    const abbreviated = hasAbbreviations(text);
    const definitions = abbreviated ? findDefinitions(text) : [];
    return { reading, abbreviated, definitions, observed: observe(index, reading, definitions) };
  });
  const seen = evidenceOf(read.flatMap(({ observed }) => observed ?? []));
  const evidence = mergeEvidence(readEvidence(page.evidence), seen);
  const terms = pageTerms ? pageTermsOf(index, evidence) : new Map<string, PageTerm>();
  const shared = {
    index,
    view: new PageView(index, evidence, page),
    choose: chooser(page.choices, page.url),
    terms,
    explain,
    silentWhereExplained,
  };
  const notes = read.map(({ reading, abbreviated, definitions }, passage): PassageNotes => {
    const language = new LanguageFit({ text: reading.text, declared: page.langs?.[passage] ?? page.lang });
    const context: PassageContext = { ...shared, passage, reading, abbreviated, definitions, language };
    return readPassage(context);
  });
  const unsettled = notes.flatMap((note, passage) => {
    const open = note.open || (pageTerms && read[passage]?.abbreviated === true);
    return open ? [passage] : [];
  });
  const spans = notes.flatMap((note) => note.spans);
  const result = {
    spans,
    evidence,
    unsettled,
    verdict: verdictOf(evidence),
    pageTerms: mentioned(spans, terms),
  };
  return explain ? { ...result, ...explained(notes.flatMap((note) => note.decisions)) } : result;
}

function mentioned(spans: readonly Span[], terms: ReadonlyMap<string, PageTerm>): PageTerm[] {
  const refs = new Set(spans.map(({ entry }) => entry));
  return [...terms.values()].filter(({ short }) => refs.has(`page:${short}`));
}

function explained(decisions: readonly Decision[]) {
  const byPlace = new Map(decisions.map((decision) => [placeOf(decision), decision]));
  const why = (span: Span) => {
    const decision = byPlace.get(placeOf(span));
    return decision === undefined ? undefined : because(decision);
  };
  return { decisions, why };
}

const placeOf = ({ passage, start, end }: Omit<Span, 'entry'>) => `${passage}:${start}-${end}`;
