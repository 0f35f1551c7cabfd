import type { Glossary } from '../../glossary/entry.ts';
import type { Complaint } from './complaint.ts';

/** Complaints about relations that lead nowhere or to themselves. */
export function checkRelations(glossaries: readonly Glossary[]): Complaint[] {
  const known = new Set(
    glossaries.flatMap((glossary) => glossary.entries.map(({ id }) => `${glossary.id}/${id}`)),
  );
  return glossaries.flatMap((glossary) =>
    glossary.entries.flatMap((entry, i) =>
      entry.related.flatMap((target, j): Complaint[] => {
        const problem = faultOfRelation(refOf(glossary.id, entry.id), refOf(glossary.id, target), known);
        const path = `entries[${i}].related[${j}]`;
        return problem ? [{ glossary: glossary.id, path, entry: entry.id, rule: 'related', problem }] : [];
      }),
    ),
  );
}

/** Relations that are not returned, as `a → b`, in the order of the file. */
export function oneWayRelations(glossary: Glossary): string[] {
  const related = new Map(glossary.entries.map(({ id, related }) => [id, new Set(related)]));
  return glossary.entries.flatMap(({ id, related: targets }) =>
    targets.filter((target) => related.get(target)?.has(id) === false).map((target) => `${id} → ${target}`),
  );
}

function faultOfRelation(from: string, to: string, known: ReadonlySet<string>): string | undefined {
  if (from === to) return 'is the entry itself';
  return known.has(to) ? undefined : `“${to}” does not exist`;
}

function refOf(glossary: string, id: string): string {
  return id.includes('/') ? id : `${glossary}/${id}`;
}
