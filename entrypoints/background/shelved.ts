import type { Glossary } from '../../glossary/entry.ts';
import { readGlossary } from '../../glossary/format.ts';
import type { ShelfItem } from '../platform/database.ts';
import type { Library } from '../platform/library.ts';
import type { Complaint } from '../platform/messages.ts';
import { report } from '../platform/report.ts';

/** Complaints of one glossary that a reader can use; the rest say the same. */
const MOST_COMPLAINTS = 5;

/**
 * The glossaries of the shelf, read as strictly as a file from outside: a store can be damaged too. What is
 * wrong is left out and complained about; the rest goes on.
 */
export async function readShelved(
  library: Library,
  items: readonly ShelfItem[],
): Promise<{ glossaries: Glossary[]; complaints: Complaint[] }> {
  const readings = await Promise.all(items.map((item) => readOne(library, item)));
  return {
    glossaries: readings.flatMap(({ glossary }) => glossary ?? []),
    complaints: readings.flatMap(({ complaints }) => complaints),
  };
}

async function readOne(
  library: Library,
  { id, title }: ShelfItem,
): Promise<{ glossary: Glossary | undefined; complaints: Complaint[] }> {
  const where = `The glossary “${title}”`;
  try {
    const { glossary, issues } = readGlossary(await library.glossary(id));
    const complaints = issues
      .slice(0, MOST_COMPLAINTS)
      .map(({ path, value, expected }) => ({ where, what: `${path}: expected ${expected}, got ${value}.` }));
    return { glossary, complaints };
  } catch (error) {
    report(where, error);
    return {
      glossary: undefined,
      complaints: [{ where, what: error instanceof Error ? error.message : String(error) }],
    };
  }
}
