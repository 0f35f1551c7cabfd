import { useState } from 'preact/hooks';
import type { ShelfItem } from '../../platform/database.ts';
import type { Shelf } from '../../platform/settings.ts';
import { inUse } from '../../platform/shelf-order.ts';
import { hashOfRequest } from '../../platform/term-request.ts';
import { ConflictList } from './conflict-list.tsx';
import { CONFLICTS } from './conflict-words.ts';
import type { Say } from './say.ts';

interface ConflictFinderProps {
  readonly items: readonly ShelfItem[];
  readonly shelf: Shelf;
  readonly say: Say;
}

/** Shows, when asked, which forms several entries claim. */
export function ConflictFinder({ items, shelf, say }: ConflictFinderProps) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <p class="find-conflicts">
        <button type="button" class="quiet" onClick={() => setOpen(true)}>
          {CONFLICTS.find}
        </button>
      </p>
    );
  }
  return (
    <ConflictList
      items={inUse(items, shelf, [])}
      onEdit={({ id }) => {
        location.hash = hashOfRequest({ edit: id });
      }}
      onClose={() => setOpen(false)}
      say={say}
    />
  );
}
