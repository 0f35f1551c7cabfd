import type { Entry, Glossary } from '../../glossary/entry.ts';
import type { Complaint } from './complaint.ts';
import { type Fault, faultsOfDefinition, faultsOfText } from './prose.ts';

/** What is wrong with the entries of a glossary, each looked at by itself. */
export function checkEntries(glossary: Glossary): Complaint[] {
  return glossary.entries.flatMap((entry, i) =>
    faultsOfEntry(entry).map(({ path, ...fault }) => {
      return { glossary: glossary.id, path: `entries[${i}].${path}`, entry: entry.id, ...fault };
    }),
  );
}

interface LocatedFault extends Fault {
  readonly path: string;
}

function faultsOfEntry(entry: Entry): LocatedFault[] {
  return [
    ...when(!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(entry.id), 'id', 'id', 'is not kebab-case'),
    ...when(entry.kind === undefined, 'kind', 'kind', 'is missing'),
    ...at('term', faultsOfText(entry.term)),
    ...at('definition', faultsOfDefinition(entry.definition, entry.asOf !== undefined)),
    ...at('question', faultsOfText(entry.question ?? '')),
    ...faultsOfCues(entry),
    ...faultsOfSources(entry),
  ];
}

function faultsOfCues(entry: Entry): LocatedFault[] {
  const ambiguous = entry.forms.find((form) => form.when === 'context');
  const both = entry.context.find((cue) => entry.not.includes(cue));
  return [
    ...when(both !== undefined, 'context', 'cue', `“${both}” speaks for and against the entry`),
    ...(ambiguous ? missingCues(entry, ambiguous.text) : []),
  ];
}

function missingCues(entry: Entry, form: string): LocatedFault[] {
  return (['context', 'not'] as const).flatMap((path) =>
    when(entry[path].length === 0, path, 'cue', `is empty, but “${form}” is ambiguous`),
  );
}

function faultsOfSources(entry: Entry): LocatedFault[] {
  return [
    ...when(entry.sources.length === 0, 'sources', 'source', 'is empty'),
    ...entry.sources.flatMap(({ url }, i) =>
      when(!isHttpsUrl(url), `sources[${i}].url`, 'source', `“${url}” is not a well-formed https address`),
    ),
  ];
}

function isHttpsUrl(text: string): boolean {
  if (!/^https:\/\/[^\s<>"]+$/u.test(text)) return false;
  const url = URL.parse(text);
  return url !== null && url.username === '' && /\.[a-z]{2,}$/u.test(url.hostname);
}

function at(path: string, faults: readonly Fault[]): LocatedFault[] {
  return faults.map((fault) => ({ path, ...fault }));
}

function when(broken: boolean, path: string, rule: string, problem: string): LocatedFault[] {
  return broken ? [{ path, rule, problem }] : [];
}
