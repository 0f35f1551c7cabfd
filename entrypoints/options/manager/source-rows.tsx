import type { Draft } from './draft.ts';
import { Group } from './field.tsx';
import { MANAGER } from './words.ts';

const words = MANAGER.editor;

interface SourceRowsProps {
  readonly draft: Draft;
  readonly problem: string | undefined;
  readonly change: (next: (draft: Draft) => Draft) => void;
}

/** Where the definition can be checked. */
export function SourceRows({ draft: { sources }, problem, change }: SourceRowsProps) {
  const set = (next: (now: Draft['sources']) => Draft['sources']) =>
    change((now) => ({ ...now, sources: next(now.sources) }));
  const setOne = (at: number, part: { title?: string; url?: string }) =>
    set((now) => now.map((source, other) => (other === at ? { ...source, ...part } : source)));
  return (
    <Group legend={words.sources} problem={problem}>
      {sources.map(({ title, url }, at) => (
        <div class="form-row" key={at}>
          <input
            type="text"
            aria-label={words.sourceTitle(at + 1)}
            placeholder={words.titlePlaceholder}
            value={title}
            onInput={(event) => setOne(at, { title: event.currentTarget.value })}
          />
          <input
            class="form-text"
            type="text"
            inputMode="url"
            aria-label={words.sourceUrl(at + 1)}
            placeholder="https://…"
            value={url}
            onInput={(event) => setOne(at, { url: event.currentTarget.value })}
          />
          <button
            type="button"
            class="quiet"
            aria-label={words.removeSource(at + 1)}
            onClick={() => set((now) => now.filter((_, other) => other !== at))}
          >
            ✕
          </button>
        </div>
      ))}
      <button type="button" class="quiet" onClick={() => set((now) => [...now, { title: '', url: '' }])}>
        {words.addSource}
      </button>
    </Group>
  );
}
