import { browser } from 'wxt/browser';
import type { Library } from '../platform/library.ts';
import type { Complaint } from '../platform/messages.ts';
import { report } from '../platform/report.ts';

/**
 * The built-in glossaries in the order in which they stand on a new shelf, and a name for the content of
 * each: written by the build, so that a waking background need not read the files to see that they are old.
 */
declare const __PACKS__: Readonly<Record<string, string>>;
export const PACKS: readonly string[] = Object.keys(__PACKS__);

/** What has come of the built-in glossaries. */
export interface Shelved {
  /** Whether the shelf is another than before. */
  readonly isRenewed: boolean;
  /** What is wrong with them. */
  readonly complaints: readonly Complaint[];
}

/**
 * Brings the built-in glossaries of the package into the library, where they are new or changed. A damaged one never
 * hinders the others.
 */
export async function shelvePacks(library: Library): Promise<Shelved> {
  const all = await Promise.all(PACKS.map((pack) => shelvePack(library, pack)));
  return {
    isRenewed: all.some(({ isRenewed }) => isRenewed),
    complaints: all.flatMap(({ complaints }) => complaints),
  };
}

async function shelvePack(library: Library, pack: string): Promise<Shelved> {
  const where = `The built-in glossary ${pack}`;
  try {
    const db = await library.database();
    const revision = __PACKS__[pack] ?? '';
    if ((await db.get('packs', pack)) === revision) return { isRenewed: false, complaints: [] };
    const file = await fetch(browser.runtime.getURL(`/packs/${pack}.json` as '/'));
    // What reads glossaries is slow to make ready: not each time that the background starts.
    const { readGlossary } = await import('../../glossary/format.ts');
    const { glossary, issues } = readGlossary(await file.json());
    if (glossary !== undefined) await library.put(glossary, 'built-in');
    if (issues.length === 0) await db.put('packs', revision, pack);
    const complaints = issues.map(({ path, value, expected }) => ({
      where,
      what: `${path}: expected ${expected}, got ${value}.`,
    }));
    return { isRenewed: glossary !== undefined, complaints };
  } catch (error) {
    report(where, error);
    const what = error instanceof Error ? error.message : String(error);
    // Nobody knows how far it came.
    return { isRenewed: true, complaints: [{ where, what }] };
  }
}
