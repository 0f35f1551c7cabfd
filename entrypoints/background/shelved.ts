import { EntryReader, readGlossary } from '../../glossary/format.ts';
import type { FormatIssue } from '../../glossary/format-error.ts';
import type { Gathering } from '../../glossary/gathering.ts';
import { contentOf, headOf, type ShelfItem } from '../platform/database.ts';
import { entryBatches } from '../platform/entry-batches.ts';
import type { Library } from '../platform/library.ts';
import type { Complaint } from '../platform/messages.ts';
import { report } from '../platform/report.ts';

/** Complaints of one glossary that a reader can use; the rest say the same. */
const MOST_COMPLAINTS = 5;

/**
 * Hands over the glossaries of the shelf, read as strictly as a file from outside: a store can be damaged too.
 * What is wrong is left out and complained about; the rest goes on. Some entries are in memory at a time.
 */
export async function gatherShelved(
  library: Library,
  items: readonly ShelfItem[],
  gathering: Gathering<unknown>,
): Promise<Complaint[]> {
  const complaints: Complaint[] = [];
  for (const item of items) {
    const where = `The glossary “${item.title}”`;
    try {
      const issues = await gatherOne(library, item, gathering);
      const told = issues
        .slice(0, MOST_COMPLAINTS)
        .map(({ path, value, expected }) => `${path}: expected ${expected}, got ${value}.`);
      complaints.push(...told.map((what) => ({ where, what })));
    } catch (error) {
      report(where, error);
      complaints.push({ where, what: error instanceof Error ? error.message : String(error) });
    }
  }
  return complaints;
}

async function gatherOne(
  library: Library,
  item: ShelfItem,
  gathering: Gathering<unknown>,
): Promise<readonly FormatIssue[]> {
  const { glossary, issues } = readGlossary({ ...headOf(item), entries: [] });
  if (glossary === undefined) return issues;
  const content = contentOf(item);
  const ids = (await (await library.database()).get('orders', content)) ?? [];
  const places = new Map(ids.map((id, at) => [id, at]));
  const reader = new EntryReader();
  gathering.begin(glossary, ids);
  for await (const batch of entryBatches(library, content)) {
    for (const { id, entry: stored } of batch) {
      const place = places.get(id);
      const entry = place === undefined ? undefined : reader.read(stored, place);
      if (entry !== undefined && place !== undefined) gathering.add(entry, place);
    }
  }
  return reader.issues;
}
