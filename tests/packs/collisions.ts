import type { Glossary } from '../../glossary/entry.ts';
import { type Claim, claimsOf, collide, foldSpelling } from './claims.ts';
import type { Complaint } from './complaint.ts';

/**
 * Complaints about forms that several claims share: within an entry one of them is superfluous,
 * between entries (of all the glossaries given) each must wait for evidence.
 */
export function findCollisions(glossaries: readonly Glossary[]): Complaint[] {
  const bySpelling = Map.groupBy(glossaries.flatMap(claimsWithPath), ({ claim }) =>
    foldSpelling(claim.text).toLowerCase(),
  );
  return [...bySpelling.values()].flatMap((group) =>
    group.flatMap((located, i) => group.slice(i + 1).flatMap((other) => complainAbout(located, other))),
  );
}

interface Located {
  readonly glossary: string;
  readonly path: string;
  readonly claim: Claim;
}

function claimsWithPath(glossary: Glossary): Located[] {
  return glossary.entries.flatMap((entry, i) =>
    claimsOf(glossary.id, entry).map((claim) => {
      return { glossary: glossary.id, path: `entries[${i}].${claim.path}`, claim };
    }),
  );
}

function complainAbout(a: Located, b: Located): Complaint[] {
  if (!collide(a.claim, b.claim)) return [];
  if (a.claim.owner === b.claim.owner) {
    const problem = `“${b.claim.text}” matches the same text as “${a.claim.text}” of the same entry`;
    return [{ ...place(b), rule: 'repeated-form', problem }];
  }
  return [a, b]
    .filter(({ claim }) => claim.when === 'always')
    .map((located) => {
      const other = located === a ? b : a;
      const problem = `“${located.claim.text}” is also a form of ${other.claim.owner}: needs "when": "context"`;
      return { ...place(located), rule: 'shared-form', problem };
    });
}

function place({ glossary, path, claim }: Located): Pick<Complaint, 'glossary' | 'path' | 'entry'> {
  return { glossary, path, entry: claim.owner.slice(glossary.length + 1) };
}
