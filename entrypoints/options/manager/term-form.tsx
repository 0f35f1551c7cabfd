import { useEffect, useId, useRef } from 'preact/hooks';
import type { Kind } from '../../../glossary/entry.ts';
import { KINDS } from '../../../glossary/entry.ts';
import { cardWords } from '../../ui/card-words.ts';
import type { Checked, Draft } from './draft.ts';
import { Line, Lines } from './field.tsx';
import { FormRows } from './form-rows.tsx';
import { NativeRows } from './native-rows.tsx';
import { RelatedRows } from './related-rows.tsx';
import { SourceRows } from './source-rows.tsx';
import { MANAGER } from './words.ts';

const words = MANAGER.editor;

export interface TermFormProps {
  readonly draft: Draft;
  /** What is wrong; empty until the reader has tried to save. */
  readonly problems: Checked['problems'];
  readonly change: (next: (draft: Draft) => Draft) => void;
}

/** The fields of a term. */
export function TermForm({ draft, problems, change }: TermFormProps) {
  const set = (part: Partial<Draft>) => change((now) => ({ ...now, ...part }));
  const form = useRef<HTMLDivElement>(null);
  // Where there is a term already, its definition is what is left to write.
  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLElement>('input[type=text], textarea');
    fields?.[draft.term === '' ? 0 : 1]?.focus();
  }, []);
  return (
    <div class="fields" ref={form}>
      <Line
        label={words.term}
        problem={problems.term}
        value={draft.term}
        onChange={(term) => set({ term })}
      />
      <Lines
        label={words.definition}
        note={words.definitionNote}
        problem={problems.definition}
        rows={4}
        value={draft.definition}
        onChange={(definition) => set({ definition })}
      />
      <KindField kind={draft.kind} onChange={(kind) => set({ kind })} />
      <FormRows draft={draft} problem={problems.forms} change={change} />
      <NativeRows draft={draft} problem={problems.native} change={change} />
      <Lines
        label={words.context}
        note={words.contextNote}
        problem={problems.context}
        rows={3}
        value={draft.context}
        onChange={(context) => set({ context })}
      />
      <Lines
        label={words.not}
        note={words.notNote}
        problem={problems.not}
        rows={2}
        value={draft.not}
        onChange={(not) => set({ not })}
      />
      <Line
        label={words.question}
        note={words.questionNote}
        problem={problems.question}
        value={draft.question}
        onChange={(question) => set({ question })}
      />
      <SourceRows draft={draft} problem={problems.sources} change={change} />
      <Line
        label={words.asOf}
        note={words.asOfNote}
        problem={problems.asOf}
        value={draft.asOf}
        onChange={(asOf) => set({ asOf })}
      />
      <RelatedRows draft={draft} problem={problems.related} change={change} />
    </div>
  );
}

function KindField({ kind, onChange }: { kind: Kind | ''; onChange: (kind: Kind | '') => void }) {
  const id = useId();
  const kinds = ['', ...KINDS] as const;
  return (
    <div class="field">
      <label for={id}>{words.kind}</label>
      <select
        id={id}
        value={kind}
        onChange={(event) => onChange(kinds[event.currentTarget.selectedIndex] ?? '')}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {one === '' ? words.noKind : cardWords.kinds[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
