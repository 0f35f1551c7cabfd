import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Index } from '../../../glossary/compile.ts';
import type { Entry } from '../../../glossary/entry.ts';
import type { ShelfItem } from '../../platform/database.ts';
import { library } from '../library.ts';
import { type Hint, hintsOf } from './hints.ts';
import { MANAGER } from './words.ts';

const words = MANAGER.hints;

interface HintListProps {
  readonly entry: Entry | undefined;
  readonly index: Index | undefined;
  readonly items: readonly ShelfItem[];
}

/** What the reader should know about how the term will be found. */
export function HintList({ entry, index, items }: HintListProps) {
  const hints = useMemo(() => (entry === undefined ? [] : hintsOf(entry, index)), [entry, index]);
  const refs = hints.flatMap((hint) => (hint.kind === 'ambiguous' ? hint.rivals : []));
  const names = useTerms(refs);
  const nameOf = (ref: string) => {
    const glossary = items.find(({ id }) => ref.startsWith(`${id}/`))?.title ?? '';
    return words.rival(names.get(ref) ?? ref, glossary);
  };
  return (
    <div aria-live="polite">
      {hints.length > 0 && (
        <ul class="hints" aria-label={words.title}>
          {hints.map((hint) => (
            <li key={`${hint.kind} ${hint.form}`} data-hint={hint.kind}>
              {sentence(hint, nameOf)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function sentence(hint: Hint, nameOf: (ref: string) => string): string {
  switch (hint.kind) {
    case 'unmatchable':
      return words.unmatchable(hint.form, hint.expected);
    case 'common':
      return words.common(hint.form);
    case 'ambiguous':
      return words.ambiguous(hint.form, hint.rivals.map(nameOf).join(', '));
    case 'no-context':
      return words.noContext(hint.form);
  }
}

function useTerms(refs: readonly string[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const key = refs.join(' ');
  useEffect(() => {
    // Without the names the references themselves are shown.
    library.entries(refs).then(
      (entries) =>
        setNames(new Map(entries.flatMap((entry, at) => (entry ? [[refs[at] ?? '', entry.term]] : [])))),
      () => setNames(new Map()),
    );
  }, [key]);
  return names;
}
