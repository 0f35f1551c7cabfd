import { useState } from 'preact/hooks';
import type { ShelfItem } from '../../platform/database.ts';
import type { Shelf } from '../../platform/settings.ts';
import { Part } from '../controls.tsx';
import { ImportBox } from '../import/import-box.tsx';
import type { Held } from '../use-stored.ts';
import { WORDS } from '../words.ts';
import { Browse } from './browse.tsx';
import { ConflictFinder } from './conflict-finder.tsx';
import { ExportBar } from './export-bar.tsx';
import type { Say } from './say.ts';
import { ShelfList } from './shelf-list.tsx';
import { SubscriptionList } from './subscriptions/subscription-list.tsx';
import { useSubscriptions } from './subscriptions/use-subscriptions.ts';
import type { Editor } from './use-editor.ts';

interface ShelfPartProps {
  readonly items: readonly ShelfItem[];
  readonly shelf: Held<Shelf>;
  readonly editor: Editor;
  readonly say: Say;
}

/** All glossaries, and the entries of the one that was opened. */
export function ShelfPart({ items, shelf, editor, say }: ShelfPartProps) {
  const [browsed, setBrowsed] = useState<string>();
  const [saved, setSaved] = useState<string>();
  const exported = items.find(({ id }) => id === saved);
  const item = items.find(({ id }) => id === browsed);
  const subscriptions = useSubscriptions(say);
  const managed = new Set(subscriptions?.flatMap((one) => (one.managed ? (one.glossary ?? []) : [])));
  return (
    <Part id="glossaries" title={WORDS.parts.glossaries}>
      <ShelfList
        items={items}
        shelf={shelf}
        managed={managed}
        say={say}
        onExport={(id) => setSaved((now) => (now === id ? undefined : id))}
        onBrowse={(id) => setBrowsed((now) => (now === id ? undefined : id))}
      />
      {exported !== undefined && (
        <ExportBar key={exported.id} item={exported} say={say} onClose={() => setSaved(undefined)} />
      )}
      {item !== undefined && (
        <Browse key={item.id} item={item} editor={editor} say={say} onClose={() => setBrowsed(undefined)} />
      )}
      {shelf.value !== undefined && <ConflictFinder items={items} shelf={shelf.value} say={say} />}
      <SubscriptionList subscriptions={subscriptions} items={items} say={say} />
      <ImportBox say={say} />
    </Part>
  );
}
