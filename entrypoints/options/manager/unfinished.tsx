import { ActButton } from './act-button.tsx';
import type { Editor, OpenDraft } from './use-editor.ts';
import { MANAGER } from './words.ts';

const words = MANAGER.own;

/** Terms that were being written and neither saved nor given up. */
export function Unfinished({ editor, discard }: { editor: Editor; discard: (kept: OpenDraft) => void }) {
  if (editor.unfinished.length === 0) return null;
  return (
    <>
      <h3>{words.unfinished}</h3>
      <ul class="rules">
        {editor.unfinished.map((kept) => {
          const name = kept.draft.term.trim() || words.unnamed;
          return (
            <li key={kept.key}>
              <span class="label">
                <bdi>{name}</bdi>
              </span>
              <ActButton name={words.continue(name)} onClick={() => editor.show(kept.draft, kept.key)}>
                {words.goOn}
              </ActButton>
              <ActButton name={words.discard(name)} onClick={() => discard(kept)}>
                {words.discardShort}
              </ActButton>
            </li>
          );
        })}
      </ul>
    </>
  );
}
