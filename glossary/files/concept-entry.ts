import type { RawForm } from '../format-schema.ts';
import { quoted } from './complaint.ts';
import type { Concept, ConceptText, Term } from './concept.ts';
import { TEXT_ROLES } from './concept.ts';
import { slugOf } from './ids.ts';
import { languageTag, serves } from './languages.ts';
import { oneLine } from './plain-text.ts';
import type { ReadOptions } from './reading.ts';

/** The languages of an import, settled. */
export interface Choice {
  readonly language: string;
  readonly definitions: string;
  readonly names: readonly string[] | undefined;
  readonly bare: 'skip' | 'names';
}

/** The languages of an import: what was asked for, else what the file speaks. */
export function choiceOf(options: ReadOptions, fileLanguage: string | undefined): Choice {
  const language = options.language ?? fileLanguage ?? 'en';
  const { definitions = language, names, bare = 'skip' } = options;
  return { language, definitions, names, bare };
}

/** Why a concept makes no entry. */
export interface Refusal {
  readonly found: string;
  readonly expected: string;
}

/** An entry in the shape of format 1, not yet validated. */
export type Candidate = Readonly<Record<string, unknown>> & { readonly id: string; readonly term: string };

/** The entry that a concept makes in the chosen languages, or why it makes none. */
export function entryOf(concept: Concept, choice: Choice): Candidate | Refusal {
  const own = concept.terms.filter(({ lang }) => serves(lang, choice.language));
  const preferred = own.length < 2 ? own[0] : own.toSorted((a, b) => rank(a, choice) - rank(b, choice))[0];
  if (preferred === undefined) return refusal(concept, `a term in ${choice.language}`);
  const native = nativeNames(concept, own, choice);
  const forms = formsOf(own, preferred);
  const definition = definitionOf(concept.texts, choice) ?? namesAsDefinition(forms, native, choice);
  if (definition === undefined) return refusal(concept, `a definition or note in ${choice.definitions}`);
  const { kind = preferred.abbreviation ? 'abbreviation' : undefined, ...rest } = concept.rest ?? {};
  return {
    id: concept.id ?? slugOf(preferred.text),
    term: preferred.text,
    ...(kind !== undefined && { kind }),
    ...filled({ forms, native }),
    definition,
    ...filled({ ...rest, related: unique(concept.related ?? []), sources: concept.sources ?? [] }),
  };
}

export function isRefusal(result: Candidate | Refusal): result is Refusal {
  return 'expected' in result && !('id' in result);
}

/** Exact language first, then by status, the full form before its abbreviation, then as the file has them. */
function rank({ lang, status, abbreviation }: Term, { language }: Choice): number {
  const otherRegion = lang === undefined || lang.toLowerCase() === language.toLowerCase() ? 0 : 1;
  const byStatus = status === 'preferred' ? 0 : status === 'deprecated' ? 2 : 1;
  return byStatus * 4 + otherRegion * 2 + (abbreviation ? 1 : 0);
}

/** The other terms, and the preferred one where it has rules of its own; each once. */
function formsOf(own: readonly Term[], preferred: Term): RawForm[] {
  const forms = own.flatMap(({ text, rules }): RawForm[] => {
    if (rules !== undefined) return [{ text, ...rules }];
    return text === preferred.text ? [] : [text];
  });
  if (forms.length < 2) return forms;
  const seen = new Set<string>();
  return forms.filter((form) => {
    const key = JSON.stringify(form);
    return !seen.has(key) && seen.add(key);
  });
}

function nativeNames(
  concept: Concept,
  own: readonly Term[],
  { names }: Choice,
): { lang: string; text: string }[] {
  if (own.length === concept.terms.length) return [];
  const others = concept.terms.flatMap((term) => {
    const lang = languageTag(term.lang);
    const wanted = names === undefined || names.some((name) => serves(lang, name));
    return lang === undefined || own.includes(term) || !wanted ? [] : [{ lang, text: term.text }];
  });
  const seen = new Set<string>();
  return others.filter(({ lang, text }) => {
    const key = `${lang} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
}

function definitionOf(texts: readonly ConceptText[], { definitions }: Choice): string | undefined {
  for (const role of TEXT_ROLES) {
    const fitting = texts.filter((text) => text.role === role && serves(text.lang, definitions));
    const exact = fitting.find(({ lang }) => lang?.toLowerCase() === definitions.toLowerCase());
    const best = exact ?? fitting[0];
    if (best !== undefined) return best.text;
  }
  return undefined;
}

/** Of a term base without definitions, the other names are what there is to learn. */
function namesAsDefinition(
  forms: readonly RawForm[],
  native: readonly { lang: string; text: string }[],
  { bare }: Choice,
): string | undefined {
  if (bare === 'skip') return undefined;
  const synonyms = forms.map((form) => (typeof form === 'string' ? form : form.text));
  const names = [...synonyms, ...native.map(({ lang, text }) => `${text} (${lang})`)].map(oneLine);
  return names.length === 0 ? undefined : names.join('; ');
}

function refusal({ terms, texts }: Concept, expected: string): Refusal {
  const [first] = terms;
  const aboutTerms = first === undefined || expected.startsWith('a term');
  const languages = unique((aboutTerms ? terms : texts).map(({ lang }) => lang ?? 'no language')).slice(0, 8);
  const name = aboutTerms ? 'terms' : `${quoted(oneLine(first.text))} with texts`;
  if (languages.length > 0) return { found: `${name} in ${languages.join(', ')}`, expected };
  return { found: aboutTerms ? 'no terms' : `none for ${quoted(oneLine(first.text))}`, expected };
}

function filled(lists: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const present: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(lists)) {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) present[key] = value;
  }
  return present;
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
