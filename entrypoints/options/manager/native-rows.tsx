import type { Draft } from './draft.ts';
import { Group } from './field.tsx';
import { MANAGER } from './words.ts';

const words = MANAGER.editor;
type Name = Draft['native'][number];

interface NativeRowsProps {
  readonly draft: Draft;
  readonly problem: string | undefined;
  readonly change: (next: (draft: Draft) => Draft) => void;
}

/** What the term is called in other languages. */
export function NativeRows({ draft: { native }, problem, change }: NativeRowsProps) {
  const set = (next: (names: readonly Name[]) => Name[]) =>
    change((now) => ({ ...now, native: next(now.native) }));
  const setOne = (at: number, part: Partial<Name>) =>
    set((names) => names.map((name, other) => (other === at ? { ...name, ...part } : name)));
  return (
    <Group legend={words.native} note={words.nativeNote} problem={problem}>
      {native.map(({ lang, text }, at) => (
        <div class="form-row" key={at}>
          <input
            class="tag"
            type="text"
            aria-label={words.nativeLang(at + 1)}
            placeholder={words.langPlaceholder}
            spellcheck={false}
            autocapitalize="off"
            value={lang}
            onInput={(event) => setOne(at, { lang: event.currentTarget.value })}
          />
          <input
            class="form-text"
            type="text"
            dir="auto"
            lang={lang}
            aria-label={words.nativeText(at + 1)}
            value={text}
            onInput={(event) => setOne(at, { text: event.currentTarget.value })}
          />
          <button
            type="button"
            class="quiet"
            aria-label={words.removeNative(text || String(at + 1))}
            onClick={() => set((names) => names.filter((_, other) => other !== at))}
          >
            ✕
          </button>
        </div>
      ))}
      <button type="button" class="quiet" onClick={() => set((names) => [...names, { lang: '', text: '' }])}>
        {words.addNative}
      </button>
    </Group>
  );
}
