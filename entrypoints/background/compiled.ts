import type { Gathering } from '../../glossary/gathering.ts';
import type { ShelfItem } from '../platform/database.ts';
import type { Library } from '../platform/library.ts';
import type { Complaint } from '../platform/messages.ts';
import { report } from '../platform/report.ts';
import { settings, shelf } from '../platform/settings.ts';
import { inUse } from '../platform/shelf-order.ts';

/** How one kind of index is made from glossaries, stored as a buffer, and opened again. */
export interface Recipe<Index> {
  readonly key: 'terms' | 'search';
  /** Changes whenever the same glossaries would be built differently: the version of the extension. */
  readonly layout: string;
  /** Brings the shelf up to date; true if that made it another one. */
  ready(): Promise<boolean>;
  begin(): Gathering<Index>;
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

/** The lock that a build holds. */
const BUILDING = 'glossator index';

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
  // All at once: a page waits for it whenever the background had been stopped.
  const [before, kept, isRenewed] = await Promise.all([
    readShelf(library, recipe.layout),
    library.database().then((db) => db.get('indexes', recipe.key)),
    recipe.ready(),
  ]);
  const { signature } = isRenewed ? await readShelf(library, recipe.layout) : before;
  if (kept?.signature === signature) {
    try {
      return { index: recipe.open(kept.buffer), complaints: kept.complaints };
    } catch (error) {
      report(`The stored index of ${recipe.key}, which is built again`, error);
    }
  }
  // One at a time: with large glossaries, each takes all the memory that there should be for it.
  return navigator.locks.request(BUILDING, async () =>
    build(library, recipe, await readShelf(library, recipe.layout)),
  );
}

async function build<Index>(
  library: Library,
  recipe: Recipe<Index>,
  { items, signature }: ShelfInUse,
): Promise<Made<Index>> {
  // What reads glossaries is slow to make ready: not each time that the background starts.
  const { gatherShelved } = await import('./shelved.ts');
  const gathering = recipe.begin();
  const complaints = await gatherShelved(library, items, gathering);
  const index = gathering.finish();
  try {
    // What changed while it was read may be in it by halves; who heard of the change asks for another one.
    if ((await readShelf(library, recipe.layout)).signature === signature) {
      const db = await library.database();
      await db.put('indexes', { signature, buffer: recipe.buffer(index), complaints }, recipe.key);
    }
  } catch (error) {
    // It works as well, only that the next start takes longer.
    report(`Storing the index of ${recipe.key}`, error);
  }
  return { index, complaints };
}

interface ShelfInUse {
  readonly items: readonly ShelfItem[];
  /** Tells one state of the shelf from another. */
  readonly signature: string;
}

async function readShelf(library: Library, layout: string): Promise<ShelfInUse> {
  const [stored, order, { languages }] = await Promise.all([library.shelf(), shelf.get(), settings.get()]);
  const items = inUse(stored, order, languages);
  return { items, signature: signatureOf(items, layout) };
}

function signatureOf(items: readonly ShelfItem[], layout: string): string {
  return [layout, ...items.map(({ id, revision }) => `${id}@${revision}`)].join(' ');
}
