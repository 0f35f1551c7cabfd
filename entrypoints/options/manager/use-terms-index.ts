import { useEffect, useState } from 'preact/hooks';
import { type Index, openIndex } from '../../../glossary/compile.ts';
import { callBackground } from '../../platform/calls.ts';
import { onShelfChange } from '../../platform/changes.ts';
import { library } from '../library.ts';

/** The index of all glossaries that are on, as the background built it; `undefined` until it is there. */
export function useTermsIndex(): Index | undefined {
  const [index, setIndex] = useState<Index>();
  useEffect(() => {
    let current = true;
    const read = async () => {
      // Answered only after the index has been brought up to date.
      await callBackground('complaints');
      const kept = await (await library.database()).get('indexes', 'terms');
      if (current && kept !== undefined) setIndex(openIndex(kept.buffer));
    };
    // Without it there are no warnings of rivals; everything else works.
    const readOrNot = () => void read().catch(() => undefined);
    readOrNot();
    onShelfChange(() => current && readOrNot());
    return () => {
      current = false;
    };
  }, []);
  return index;
}
