import { useEffect, useState } from 'preact/hooks';
import { callBackground } from '../../platform/calls.ts';
import { onShelfChange } from '../../platform/changes.ts';
import type { ShelfItem } from '../../platform/database.ts';
import { library } from '../library.ts';
import { type Say, tried } from './say.ts';

/** Everything on the shelf, in no particular order; follows every change. `undefined` until it has been read. */
export function useShelf(say: Say): readonly ShelfItem[] | undefined {
  const [items, setItems] = useState<readonly ShelfItem[]>();
  useEffect(() => {
    const read = () => void tried(say, async () => setItems(await library.shelf()));
    read();
    onShelfChange(read);
    // On a fresh profile the background brings the built-in glossaries in first.
    callBackground('complaints').then(read, read);
  }, []);
  return items;
}
