import { useEffect, useState } from 'preact/hooks';
import type { ShelfItem } from '../../platform/database.ts';
import { library } from '../library.ts';

/** Characters of a glossary: known with what came as a whole, and counted where it is written bit by bit. */
export function useSize({ id, origin, revision, size: stored }: ShelfItem): number | undefined {
  const size = origin === 'own' ? undefined : stored;
  const [counted, setCounted] = useState<number>();
  useEffect(() => {
    let current = true;
    if (size === undefined) {
      // It is a fact beside others; the row does without.
      library.glossary(id).then(
        (glossary) => current && setCounted(JSON.stringify(glossary?.entries ?? []).length),
        () => undefined,
      );
    }
    return () => {
      current = false;
    };
  }, [id, revision, size]);
  return size ?? counted;
}
