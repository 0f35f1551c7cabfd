import type { Entry, Form, Glossary } from '../../glossary/entry.ts';
import { FormatError } from '../../glossary/format-error.ts';
import { caseOf } from './claims.ts';

type RawForm = string | (Partial<Form> & { text: string });
type RawEntry = Partial<Omit<Entry, 'forms'>> & {
  id: string;
  term: string;
  definition: string;
  forms?: RawForm[];
};
type RawGlossary = Omit<Glossary, 'entries' | 'context'> & { context?: string[]; entries: RawEntry[] };

/** A glossary with its defaults filled in. @throws FormatError if it is none. */
export function readGlossary(json: unknown): Glossary {
  if (typeof json !== 'object' || json === null || !('entries' in json) || !Array.isArray(json.entries)) {
    throw new FormatError([{ path: '', value: JSON.stringify(json) ?? 'undefined', expected: 'a glossary' }]);
  }
  const raw = json as RawGlossary;
  return { ...raw, context: raw.context ?? [], entries: raw.entries.map(fillEntry) };
}

function fillEntry(raw: RawEntry): Entry {
  const forms = (raw.forms ?? []).map(fillForm);
  const term = forms.some(({ text }) => text === raw.term) ? [] : [fillForm(raw.term)];
  const lists = { native: [], context: [], not: [], related: [], sources: [] };
  return { ...lists, ...raw, forms: [...term, ...forms] };
}

function fillForm(raw: RawForm): Form {
  const form = typeof raw === 'string' ? { text: raw } : raw;
  return { case: caseOf(form.text), when: 'always', ...form };
}
