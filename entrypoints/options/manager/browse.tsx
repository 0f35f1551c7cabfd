import type { Entry } from '../../../glossary/entry.ts';
import type { ShelfItem } from '../../platform/database.ts';
import { changeOwnTerms, freeId } from '../../platform/own-terms.ts';
import { library } from '../library.ts';
import { ActButton } from './act-button.tsx';
import { copyOf, draftOf } from './draft.ts';
import { EntryList } from './entry-list.tsx';
import { type Say, tried } from './say.ts';
import type { Editor } from './use-editor.ts';
import { useEntries } from './use-entries.ts';
import { MANAGER } from './words.ts';

interface BrowseProps {
  readonly item: ShelfItem;
  readonly editor: Editor;
  readonly say: Say;
  readonly onClose: () => void;
}

/** The entries of a glossary, each to be taken over into the own terms. */
export function Browse({ item, editor, say, onClose }: BrowseProps) {
  const entries = useEntries(item, say);
  const title = MANAGER.shelf.entriesOf(item.title);
  return (
    <div class="browse">
      <div class="line">
        <h3>{title}</h3>
        <button type="button" class="quiet" onClick={onClose}>
          {MANAGER.shelf.close}
        </button>
      </div>
      {entries === undefined ? (
        <p class="note">{MANAGER.list.loading}</p>
      ) : (
        <EntryList
          label={title}
          entries={entries}
          many={(chosen, clear) => (
            <p class="bulk">
              <button type="button" onClick={() => void takeMany(chosen, { item, say, clear })}>
                {MANAGER.bulk.take(chosen.length)}
              </button>
            </p>
          )}
          acts={(entry) => (
            <>
              {item.origin === 'subscription' && (
                <ActButton
                  name={MANAGER.own.rewordOf(entry.term)}
                  onClick={() => {
                    const termOf = (ref: string) => entries.find(({ id }) => id === ref)?.term ?? ref;
                    const draft = { ...draftOf(entry, termOf), shared: item.id };
                    editor.show(draft, `shared/${item.id}/${entry.id}`);
                  }}
                >
                  {MANAGER.own.reword}
                </ActButton>
              )}
              <ActButton
                name={MANAGER.own.takeOf(entry.term)}
                onClick={() => {
                  const whole = (ref: string) => (ref.includes('/') ? ref : `${item.id}/${ref}`);
                  const draft = copyOf(
                    draftOf({ ...entry, related: entry.related.map(whole) }, (ref) => ref),
                  );
                  editor.show(draft);
                }}
              >
                {MANAGER.own.take}
              </ActButton>
            </>
          )}
        />
      )}
    </div>
  );
}

/** Copies entries into the reader's own terms; those that have a term of the same id get another. */
async function takeMany(
  chosen: readonly Entry[],
  { item, say, clear }: Pick<BrowseProps, 'item' | 'say'> & { clear: () => void },
): Promise<void> {
  const whole = (ref: string) => (ref.includes('/') ? ref : `${item.id}/${ref}`);
  await tried(say, async () => {
    const back = await changeOwnTerms(library, (taken) => {
      const ids = new Set(taken);
      const put = chosen.map((entry) => {
        const id = freeId(entry.term, ids, crypto.randomUUID().slice(0, 4));
        ids.add(id);
        return { ...entry, id, related: entry.related.map(whole) };
      });
      return { put };
    });
    clear();
    say(MANAGER.bulk.taken(chosen.length), () => changeOwnTerms(library, back));
  });
}
