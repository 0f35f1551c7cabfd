import type { Entry, Form, Glossary, NativeName } from '../entry.ts';
import { usualCase } from '../format.ts';
import type { RawEntry, RawForm } from '../format-schema.ts';
import { serves } from './languages.ts';
import type { Head } from './reading.ts';

/** An entry as a file writes it, with nothing said that goes without saying. */
export function rawEntryOf(entry: Entry): RawEntry {
  const { id, term, kind, definition, question, asOf, forms, ...lists } = entry;
  const written = forms.map(rawFormOf).filter((form) => form !== term);
  return {
    id,
    term,
    ...(kind && { kind }),
    ...(written.length > 0 && { forms: written }),
    ...(lists.native.length > 0 && { native: [...lists.native] }),
    definition,
    ...(question && { question }),
    ...(asOf && { asOf }),
    ...(lists.context.length > 0 && { context: [...lists.context] }),
    ...(lists.not.length > 0 && { not: [...lists.not] }),
    ...(lists.related.length > 0 && { related: [...lists.related] }),
    ...(lists.sources.length > 0 && { sources: [...lists.sources] }),
  };
}

/** A form as a file writes it: plain text where no rule of its own needs to be said. */
export function rawFormOf({ text, case: rule, when, lang }: Form): RawForm {
  const usual = rule === usualCase(text);
  if (usual && when === 'always' && lang === undefined) return text;
  return {
    text,
    ...(!usual && { case: rule }),
    ...(when !== 'always' && { when }),
    ...(lang !== undefined && { lang }),
  };
}

/** A glossary without its entries, as a file writes it. */
export function headOf({ id, title, version, language, license, homepage, context }: Glossary): Head {
  return {
    id,
    title,
    version,
    language,
    ...(license && { license }),
    ...(homepage && { homepage }),
    ...(context.length > 0 && { context: [...context] }),
  };
}

/** The names of an entry as term files sort them: its other forms, and names in other languages. */
export function namesByLanguage(entry: Entry, language: string): { forms: string[]; native: NativeName[] } {
  const own = entry.forms.filter(({ lang }) => serves(lang, language)).map(({ text }) => text);
  const foreign = entry.forms.flatMap(({ lang, text }) =>
    lang === undefined || serves(lang, language) ? [] : [{ lang, text }],
  );
  const native = new Map([...entry.native, ...foreign].map((name) => [`${name.lang} ${name.text}`, name]));
  return { forms: [...new Set(own)].filter((text) => text !== entry.term), native: [...native.values()] };
}
