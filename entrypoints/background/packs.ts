import { browser } from 'wxt/browser';
import { readGlossary } from '../../glossary/format.ts';
import type { Library } from '../platform/library.ts';
import type { Complaint } from '../platform/messages.ts';
import { report } from '../platform/report.ts';

/**
 * The built-in glossaries in the order in which they stand on a new shelf, and a name for the content of
 * each: written by the build, so that a waking background need not read the files to see that they are old.
 */
declare const __PACKS__: Readonly<Record<string, string>>;
export const PACKS: readonly string[] = Object.keys(__PACKS__);

/**
 * Brings the built-in glossaries of the package into the library, where they are new or changed.
 * Returns what is wrong with them; a damaged one never hinders the others.
 */
export async function shelvePacks(library: Library): Promise<Complaint[]> {
  const complaints = await Promise.all(PACKS.map((pack) => shelvePack(library, pack)));
  return complaints.flat();
}

async function shelvePack(library: Library, pack: string): Promise<Complaint[]> {
  const where = `The built-in glossary ${pack}`;
  try {
    const db = await library.database();
    const revision = __PACKS__[pack] ?? '';
    if ((await db.get('packs', pack)) === revision) return [];
    const file = await fetch(browser.runtime.getURL(`/packs/${pack}.json` as '/'));
    const { glossary, issues } = readGlossary(await file.json());
    if (glossary !== undefined) await library.put(glossary, 'built-in');
    if (issues.length === 0) await db.put('packs', revision, pack);
    return issues.map(({ path, value, expected }) => ({
      where,
      what: `${path}: expected ${expected}, got ${value}.`,
    }));
  } catch (error) {
    report(where, error);
    return [{ where, what: error instanceof Error ? error.message : String(error) }];
  }
}
