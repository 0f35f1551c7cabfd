import type { Shelf } from '../../platform/settings.ts';
import type { Held } from '../use-stored.ts';
import { OwnPart } from './own-part.tsx';
import type { Say } from './say.ts';
import { ShelfPart } from './shelf-part.tsx';
import { useEditor } from './use-editor.ts';
import { useShelf } from './use-shelf.ts';

/** The reader's glossaries: all of them, and the terms the reader writes. */
export function Manager({ shelf, say }: { shelf: Held<Shelf>; say: Say }) {
  const items = useShelf(say);
  const editor = useEditor(say);
  if (items === undefined) return null;
  return (
    <>
      <ShelfPart items={items} shelf={shelf} editor={editor} say={say} />
      <OwnPart items={items} editor={editor} say={say} />
    </>
  );
}
