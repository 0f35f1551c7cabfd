import { useMemo, useState } from 'preact/hooks';
import type { Index } from '../../../glossary/compile.ts';
import type { Entry } from '../../../glossary/entry.ts';
import type { ShelfItem } from '../../platform/database.ts';
import { type Checked, checkDraft, type Draft } from './draft.ts';
import { HintList } from './hint-list.tsx';
import { Preview } from './preview.tsx';
import { saveDraft } from './save-draft.ts';
import { type Say, tried } from './say.ts';
import { TermForm } from './term-form.tsx';
import { MANAGER } from './words.ts';

const words = MANAGER.editor;

export interface TermEditorProps {
  readonly draft: Draft;
  readonly index: Index | undefined;
  readonly items: readonly ShelfItem[];
  readonly glossary: { readonly title: string; readonly language: string };
  readonly say: Say;
  change(next: (draft: Draft) => Draft): void;
  onSaved(entry: Entry, undo: () => Promise<unknown>): void;
  onCancel(): void;
}

/** Writes one of the reader's own terms, with its card and what it would mark beside it. */
export function TermEditor(props: TermEditorProps) {
  const { draft, change, say } = props;
  const [problems, setProblems] = useState<Checked['problems']>({});
  const [conflict, setConflict] = useState(false);
  const { entry } = useMemo(() => checkDraft(draft), [draft]);
  const title = titleOf(draft, props.glossary.title);
  const save = () =>
    tried(say, async () => {
      const saved = await saveDraft(draft);
      setProblems('problems' in saved ? saved.problems : {});
      setConflict('conflict' in saved);
      if ('conflict' in saved) change((now) => ({ ...now, base: saved.conflict }));
      if ('entry' in saved) props.onSaved(saved.entry, saved.undo);
    });
  return (
    <form
      class="editor"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
    >
      <h3>{title}</h3>
      {draft.shared !== '' && <p class="note">{words.rewordNote}</p>}
      <TermForm draft={draft} problems={problems} change={change} />
      <HintList entry={entry} index={props.index} items={props.items} />
      <Preview
        entry={entry}
        draft={draft}
        glossary={props.glossary}
        onSample={(sample) => change((now) => ({ ...now, sample }))}
      />
      <div class="row">
        <button type="submit">{words.save}</button>
        <button type="button" class="quiet" onClick={props.onCancel}>
          {words.cancel}
        </button>
        <small class="note">{words.kept}</small>
        <output class="problem">{conflict && words.conflict}</output>
      </div>
    </form>
  );
}

function titleOf({ id, term, shared }: Draft, glossary: string): string {
  if (shared !== '') return words.rewordTitle(term, glossary);
  return id === '' ? words.newTitle : words.editTitle(term);
}
