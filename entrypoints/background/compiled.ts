import type { Glossary } from '../../glossary/entry.ts';
import type { ShelfItem } from '../platform/database.ts';
import type { Library } from '../platform/library.ts';
import type { Complaint } from '../platform/messages.ts';
import { report } from '../platform/report.ts';
import { settings, shelf } from '../platform/settings.ts';
import { inUse } from '../platform/shelf-order.ts';
import { readShelved } from './shelved.ts';

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
  /** What of the glossaries could not be used when the index was built. */
  complaints(): Promise<readonly Complaint[]>;
  /** The shelf has changed: look again at the next `get`. */
  forget(): void;
}

interface Made<Index> {
  readonly index: Index;
  readonly complaints: readonly Complaint[];
}

export function compiled<Index>(library: Library, recipe: Recipe<Index>): Compiled<Index> {
  let current: Promise<Made<Index>> | undefined;
  const made = () => {
    if (current !== undefined) return current;
    const making = make(library, recipe);
    current = making;
    // The next one who asks tries again.
    making.catch(() => {
      if (current === making) current = undefined;
    });
    return making;
  };
  return {
    get: async () => (await made()).index,
    complaints: async () => (await made()).complaints,
    forget() {
      current = undefined;
    },
  };
}

async function make<Index>(library: Library, recipe: Recipe<Index>): Promise<Made<Index>> {
  await recipe.ready();
  const items = inUse(await library.shelf(), await shelf.get(), (await settings.get()).languages);
  const signature = signatureOf(items, recipe.layout);
  const db = await library.database();
  const kept = await db.get('indexes', recipe.key);
  if (kept?.signature === signature) {
    try {
      return { index: recipe.open(kept.buffer), complaints: kept.complaints };
    } catch (error) {
      report(`The stored index of ${recipe.key}, which is built again`, error);
    }
  }
  return build(library, recipe, { items, signature });
}

async function build<Index>(
  library: Library,
  recipe: Recipe<Index>,
  { items, signature }: { readonly items: readonly ShelfItem[]; readonly signature: string },
): Promise<Made<Index>> {
  const { glossaries, complaints } = await readShelved(library, items);
  const index = recipe.build(glossaries);
  const db = await library.database();
  try {
    await db.put('indexes', { signature, buffer: recipe.buffer(index), complaints }, recipe.key);
  } catch (error) {
    // It works as well, only that the next start takes longer.
    report(`Storing the index of ${recipe.key}`, error);
  }
  return { index, complaints };
}

function signatureOf(items: readonly ShelfItem[], layout: string): string {
  return [layout, ...items.map(({ id, revision }) => `${id}@${revision}`)].join(' ');
}
