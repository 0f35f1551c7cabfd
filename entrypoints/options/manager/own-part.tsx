import { useEffect, useRef } from 'preact/hooks';
import type { Entry } from '../../../glossary/entry.ts';
import type { ShelfItem } from '../../platform/database.ts';
import { changeOwnTerms, OWN, type OwnChange } from '../../platform/own-terms.ts';
import { Part } from '../controls.tsx';
import { library } from '../library.ts';
import { WORDS } from '../words.ts';
import { ActButton } from './act-button.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { copyOf, type Draft, draftOf, draftOfRequest, EMPTY_DRAFT, isWritten } from './draft.ts';
import { EntryList } from './entry-list.tsx';
import { type Say, tried } from './say.ts';
import { SnapshotList } from './snapshot-list.tsx';
import { TermEditor } from './term-editor.tsx';
import { TravelPart } from './travel-part.tsx';
import { Unfinished } from './unfinished.tsx';
import type { Editor } from './use-editor.ts';
import { useEntries } from './use-entries.ts';
import { useRequest } from './use-request.ts';
import { useTermsIndex } from './use-terms-index.ts';
import { MANAGER } from './words.ts';

const words = MANAGER.own;

interface OwnPartProps {
  readonly items: readonly ShelfItem[];
  readonly editor: Editor;
  readonly say: Say;
}

/** The reader's own terms: the one being written, and all of them. */
export function OwnPart({ items, editor, say }: OwnPartProps) {
  const item = items.find(({ id }) => id === OWN);
  const entries = useEntries(item, say);
  const index = useTermsIndex();
  const { open } = editor;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open !== undefined) place.current?.scrollIntoView({ block: 'start' });
  }, [open?.key]);
  const edit = (entry: Entry, make: (draft: Draft) => Draft = (draft) => draft) =>
    tried(say, async () => editor.show(make(draftOf(entry, await terms(entry)))));
  useRequest(entries !== undefined, (request) => {
    if ('add' in request) return editor.show(draftOfRequest(request.add));
    const wanted = entries?.find(({ id }) => id === request.edit);
    if (wanted === undefined) say(words.gone);
    else void edit(wanted);
  });
  const undoable = (text: string, back: OwnChange) => say(text, () => changeOwnTerms(library, back));
  const remove = ({ id, term }: Entry) =>
    tried(say, async () => undoable(words.removed(term), await changeOwnTerms(library, { remove: [id] })));
  const cancel = (key: string, draft: Draft) =>
    tried(say, async () => {
      await editor.close(key);
      const name = draft.term.trim() || words.unnamed;
      if (isWritten(draft)) say(words.discarded(name), async () => editor.show(draft, key));
    });
  return (
    <Part id="own" title={WORDS.parts.own}>
      <div ref={place} class="place">
        {open !== undefined ? (
          <TermEditor
            key={open.key}
            draft={open.draft}
            index={index}
            items={items}
            glossary={
              items.find(({ id }) => id === (open.draft.shared || OWN)) ?? {
                title: WORDS.parts.own,
                language: navigator.language,
              }
            }
            say={say}
            change={editor.change}
            onSaved={(entry, back) => {
              void tried(say, () => editor.close(open.key));
              say(words.saved(entry.term), back);
            }}
            onCancel={() => void cancel(open.key, open.draft)}
          />
        ) : (
          <button type="button" onClick={() => editor.show(EMPTY_DRAFT)}>
            {words.add}
          </button>
        )}
      </div>
      <Unfinished editor={editor} discard={({ key, draft }) => void cancel(key, draft)} />
      {entries === undefined && <p class="note">{MANAGER.list.loading}</p>}
      {entries?.length === 0 && <p class="note">{words.none}</p>}
      {entries !== undefined && entries.length > 0 && (
        <EntryList
          label={WORDS.parts.own}
          entries={entries}
          many={(chosen, clear) => <BulkBar chosen={chosen} say={say} clear={clear} />}
          acts={(entry) => (
            <>
              <ActButton name={words.editOf(entry.term)} onClick={() => void edit(entry)}>
                {words.edit}
              </ActButton>
              <ActButton name={words.duplicateOf(entry.term)} onClick={() => void edit(entry, copyOf)}>
                {words.duplicate}
              </ActButton>
              <ActButton name={words.removeOf(entry.term)} onClick={() => void remove(entry)}>
                {words.remove}
              </ActButton>
            </>
          )}
        />
      )}
      <TravelPart count={item?.count ?? 0} say={say} />
      <SnapshotList revision={item?.revision} say={say} />
    </Part>
  );
}

/** Names the entries that an own term refers to. */
async function terms({ related }: Entry): Promise<(ref: string) => string> {
  const found = await library.entries(related.map((ref) => (ref.includes('/') ? ref : `${OWN}/${ref}`)));
  const names = new Map(related.map((ref, at) => [ref, found[at]?.term ?? ref]));
  return (ref) => names.get(ref) ?? ref;
}
