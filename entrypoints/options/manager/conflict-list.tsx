import { useEffect, useState } from 'preact/hooks';
import type { Conflict } from '../../../glossary/conflicts.ts';
import type { Entry } from '../../../glossary/entry.ts';
import type { ShelfItem } from '../../platform/database.ts';
import { OWN } from '../../platform/own-terms.ts';
import { ActButton } from './act-button.tsx';
import { CONFLICTS } from './conflict-words.ts';
import { findConflictsIn } from './find-conflicts.ts';
import { type Say, tried } from './say.ts';

/** More than anyone reads through; a search brings the others up. */
const MOST_SHOWN = 100;

interface ConflictListProps {
  /** The glossaries that are on, in the order of the shelf. */
  readonly items: readonly ShelfItem[];
  readonly onEdit: (entry: Entry) => void;
  readonly onClose: () => void;
  readonly say: Say;
}

/** The forms that several entries claim; compared anew with every change of a glossary. */
export function ConflictList({ items, onEdit, onClose, say }: ConflictListProps) {
  const conflicts = useConflicts(items, say);
  const [query, setQuery] = useState('');
  const found = conflicts?.filter((conflict) => answers(conflict, query));
  return (
    <section class="browse" aria-label={CONFLICTS.title}>
      <div class="line">
        <h3>{CONFLICTS.title}</h3>
        <button type="button" class="quiet" onClick={onClose}>
          {CONFLICTS.close}
        </button>
      </div>
      {conflicts !== undefined && conflicts.length > 0 && (
        <label class="row">
          <span class="grow">{CONFLICTS.search}</span>
          <input type="search" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
        </label>
      )}
      <p class="note" aria-live="polite">
        {conflicts === undefined || found === undefined
          ? CONFLICTS.looking
          : conflicts.length === 0
            ? CONFLICTS.none
            : CONFLICTS.found(found.length, conflicts.length)}
      </p>
      <ul class="conflicts" aria-label={CONFLICTS.title}>
        {found?.slice(0, MOST_SHOWN).map((conflict) => (
          <OneConflict
            key={conflict.claimants.map(({ ref }) => ref).join(' ') + conflict.form}
            conflict={conflict}
            onEdit={onEdit}
          />
        ))}
      </ul>
      {found !== undefined && found.length > MOST_SHOWN && (
        <p class="note">{CONFLICTS.more(found.length - MOST_SHOWN)}</p>
      )}
    </section>
  );
}

function OneConflict({ conflict, onEdit }: { conflict: Conflict; onEdit: (entry: Entry) => void }) {
  return (
    <li>
      <bdi class="conflict-form">{conflict.form}</bdi>{' '}
      <small class="note">{CONFLICTS.decidedBy[conflict.decidedBy]}</small>
      <ol>
        {conflict.claimants.map(({ ref, entry, glossary, context }) => (
          <li key={ref} class="line">
            <span class="gist">
              <bdi>{entry.term}</bdi>
              <small class="note">
                {[glossary.title, ...(context ? [CONFLICTS.context] : [])].join(' · ')}
              </small>
            </span>
            {glossary.id === OWN && (
              <ActButton name={CONFLICTS.editOf(entry.term)} onClick={() => onEdit(entry)}>
                {CONFLICTS.edit}
              </ActButton>
            )}
          </li>
        ))}
      </ol>
    </li>
  );
}

function useConflicts(items: readonly ShelfItem[], say: Say): readonly Conflict[] | undefined {
  const [conflicts, setConflicts] = useState<readonly Conflict[]>();
  const state = items.map(({ id, revision }) => `${id}@${revision}`).join(' ');
  useEffect(() => {
    const ending = new AbortController();
    void tried(say, async () => {
      try {
        setConflicts(await findConflictsIn(items, ending.signal));
      } catch (error) {
        if (!ending.signal.aborted) throw error;
      }
    });
    return () => ending.abort();
  }, [state]);
  return conflicts;
}

function answers({ form, claimants }: Conflict, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [form, ...claimants.map(({ entry }) => entry.term)].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}
