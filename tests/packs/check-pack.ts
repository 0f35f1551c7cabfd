import type { Glossary } from '../../glossary/entry.ts';
import { parseGlossary } from '../../glossary/format.ts';
import { FormatError } from '../../glossary/format-error.ts';
import { findCollisions } from './collisions.ts';
import type { Complaint } from './complaint.ts';
import { checkEntries } from './entry-rules.ts';
import { checkRelations } from './relations.ts';
import { type PackStatistics, statisticsOf } from './statistics.ts';

/** What the checker says about a set of glossaries. */
export interface PackReport {
  readonly complaints: readonly Complaint[];
  readonly statistics: readonly PackStatistics[];
}

/**
 * Checks one glossary by itself: complaints and statistics.
 * Relations to another glossary and forms shared with one need `checkPacks`.
 */
export function checkPack(json: unknown, name = 'pack'): PackReport {
  return checkPacks([{ name, json }]);
}

/** Checks glossaries that are shipped together, each given with a name for complaints about its shape. */
export function checkPacks(packs: readonly { name: string; json: unknown }[]): PackReport {
  const read = packs.map(readPack);
  const glossaries = read.flatMap(({ glossary }) => glossary ?? []);
  return {
    complaints: [
      ...read.flatMap(({ complaints }) => complaints),
      ...glossaries.flatMap(checkEntries),
      ...checkRelations(glossaries),
      ...findCollisions(glossaries),
    ],
    statistics: glossaries.map(statisticsOf),
  };
}

interface ReadPack {
  readonly glossary?: Glossary;
  readonly complaints: readonly Complaint[];
}

function readPack({ name, json }: { name: string; json: unknown }): ReadPack {
  try {
    return { glossary: parseGlossary(json), complaints: [] };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const complaints = error.issues.map(({ path, value, expected }) => {
      return { glossary: name, path, rule: 'format', problem: `expected ${expected}, got ${value}` };
    });
    return { complaints };
  }
}
