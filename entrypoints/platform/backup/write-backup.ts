import type { Glossary } from '../../../glossary/entry.ts';
import { writeJson } from '../../../glossary/files/json.ts';
import { rawEntryOf } from '../../../glossary/files/raw-entry.ts';
import { withoutOverrides } from '../../../glossary/subscriptions/overrides.ts';
import { keptDrafts } from '../drafts.ts';
import type { Library } from '../library.ts';
import { overridesOf } from '../overrides.ts';
import { OWN } from '../own-terms.ts';
import { settingValues } from '../settings-file.ts';
import { subscriptions } from '../subscriptions.ts';

/**
 * The full backup as the text of a file, piece by piece: it can be as large as all glossaries together. The
 * built-in glossaries are not in it: they come with Glossator.
 */
export async function* writeBackup(library: Library, now: Date): AsyncGenerator<string> {
  const head = {
    glossator: 'backup',
    version: 1,
    saved: now.toISOString(),
    settings: await settingValues(),
    drafts: Object.fromEntries(await keptDrafts()),
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)}`;
  const own = await library.glossary(OWN);
  if (own !== undefined) {
    yield ',\n"own": ';
    yield* writeJson(own);
  }
  yield ',\n"files": [';
  const files = (await library.shelf()).filter(({ origin }) => origin === 'file');
  yield* listed(files, ({ id }) => writeGlossary(library, id));
  yield '],\n"subscriptions": [';
  yield* listed(await subscriptions(library), ({ url, glossary }) =>
    writeSubscription(library, url, glossary),
  );
  yield ']\n}\n';
}

async function* listed<T>(
  items: readonly T[],
  write: (item: T) => AsyncGenerator<string>,
): AsyncGenerator<string> {
  for (const [at, item] of items.entries()) {
    yield at === 0 ? '\n' : ',\n';
    yield* write(item);
  }
}

async function* writeGlossary(library: Library, id: string): AsyncGenerator<string> {
  const glossary = await library.glossary(id);
  // Removed in another window while the others were written.
  if (glossary === undefined) yield 'null';
  else yield* writeJson(glossary);
}

async function* writeSubscription(
  library: Library,
  url: string,
  id: string | undefined,
): AsyncGenerator<string> {
  const overrides = id === undefined ? [] : await overridesOf(library, id);
  const written = overrides.map(({ entry, seen }) => ({ entry: rawEntryOf(entry), seen: rawEntryOf(seen) }));
  yield `{ "url": ${JSON.stringify(url)}, "overrides": ${JSON.stringify(written)}`;
  const glossary: Glossary | undefined = id === undefined ? undefined : await library.glossary(id);
  if (glossary !== undefined) {
    yield ', "glossary": ';
    yield* writeJson(withoutOverrides(glossary, overrides));
  }
  yield ' }';
}
