import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../../glossary/entry.ts';
import type { ShelfItem } from '../../platform/database.ts';
import { library } from '../library.ts';
import { type Say, tried } from './say.ts';

/** All entries of a glossary, read again when it changes; `undefined` until they have been read. */
export function useEntries(item: ShelfItem | undefined, say: Say): readonly Entry[] | undefined {
  const [entries, setEntries] = useState<readonly Entry[]>();
  const [id, revision] = [item?.id, item?.revision];
  useEffect(() => {
    let current = true;
    if (id === undefined) setEntries([]);
    else {
      void tried(say, async () => {
        const read = (await library.glossary(id))?.entries ?? [];
        if (current) setEntries(read);
      });
    }
    return () => {
      current = false;
    };
  }, [id, revision]);
  return entries;
}
