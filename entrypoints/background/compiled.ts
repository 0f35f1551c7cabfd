import type { Glossary } from '../../glossary/entry.ts';
import type { ShelfItem } from '../platform/database.ts';
import type { Library } from '../platform/library.ts';
import { report } from '../platform/report.ts';
import { settings, shelf } from '../platform/settings.ts';
import { inUse } from '../platform/shelf-order.ts';

/** How one kind of index is made from glossaries, stored as a buffer, and opened again. */
export interface Recipe<Index> {
  readonly key: 'terms' | 'search';
  /** Changes whenever the same glossaries would be built differently: the version of the extension. */
  readonly layout: string;
  /** What must be done before the shelf is read. */
  ready(): Promise<unknown>;
  build(glossaries: readonly Glossary[]): Index;
  buffer(index: Index): ArrayBuffer;
  /** @throws Error when the buffer is damaged or of another layout. */
  open(buffer: ArrayBuffer): Index;
}

/** An index that is always that of the glossaries on the shelf; built once, opened without parsing ever after. */
export interface Compiled<Index> {
  get(): Promise<Index>;
  /** The shelf has changed: look again at the next `get`. */
  forget(): void;
}

export function compiled<Index>(library: Library, recipe: Recipe<Index>): Compiled<Index> {
  let current: Promise<Index> | undefined;
  return {
    get() {
      current ??= make(library, recipe).catch((error) => {
        current = undefined;
        throw error;
      });
      return current;
    },
    forget() {
      current = undefined;
    },
  };
}

async function make<Index>(library: Library, recipe: Recipe<Index>): Promise<Index> {
  await recipe.ready();
  const items = inUse(await library.shelf(), await shelf.get(), (await settings.get()).languages);
  const signature = signatureOf(items, recipe.layout);
  const db = await library.database();
  const kept = await db.get('indexes', recipe.key);
  if (kept?.signature === signature) {
    try {
      return recipe.open(kept.buffer);
    } catch (error) {
      report(`The stored index of ${recipe.key}, which is built again`, error);
    }
  }
  const glossaries = await Promise.all(items.map((item) => library.glossary(item.id)));
  const index = recipe.build(glossaries.filter((glossary) => glossary !== undefined));
  await db.put('indexes', { signature, buffer: recipe.buffer(index) }, recipe.key);
  return index;
}

function signatureOf(items: readonly ShelfItem[], layout: string): string {
  return [layout, ...items.map(({ id, revision }) => `${id}@${revision}`)].join(' ');
}
