import type { Draft, DraftForm } from './draft.ts';
import { lines } from './draft.ts';
import { Group } from './field.tsx';
import { MANAGER } from './words.ts';

const words = MANAGER.editor;
const NEW_FORM: DraftForm = { text: '', when: 'always', case: 'usual' };

interface FormRowsProps {
  readonly draft: Draft;
  readonly problem: string | undefined;
  readonly change: (next: (draft: Draft) => Draft) => void;
}

/** The ways the term is written on pages, the term itself first. */
export function FormRows({ draft, problem, change }: FormRowsProps) {
  const setForms = (next: (forms: readonly DraftForm[]) => DraftForm[]) =>
    change((now) => ({ ...now, forms: next(now.forms) }));
  const setForm = (at: number, part: Partial<DraftForm>) =>
    setForms((forms) => forms.map((form, other) => (other === at ? { ...form, ...part } : form)));
  const paste = (at: number, event: ClipboardEvent) => {
    const pasted = lines(event.clipboardData?.getData('text/plain') ?? '');
    if (pasted.length < 2) return;
    event.preventDefault();
    const rows = pasted.map((text) => ({ ...NEW_FORM, text }));
    setForms((forms) => forms.toSpliced(at, forms[at]?.text === '' ? 1 : 0, ...rows));
  };
  return (
    <Group legend={words.forms} note={words.formsNote} problem={problem}>
      <div class="form-row">
        <span class="form-text">
          <bdi>{draft.term.trim() || words.term}</bdi>
        </span>
        <Rules
          name={draft.term.trim() || words.term}
          rules={draft.termForm}
          onChange={(part) => change((now) => ({ ...now, termForm: { ...now.termForm, ...part } }))}
        />
      </div>
      {draft.forms.map((form, at) => (
        <div class="form-row" key={at}>
          <input
            class="form-text"
            type="text"
            aria-label={words.form(at + 1)}
            value={form.text}
            onInput={(event) => setForm(at, { text: event.currentTarget.value })}
            onPaste={(event) => paste(at, event)}
          />
          <Rules name={form.text || words.form(at + 1)} rules={form} onChange={(part) => setForm(at, part)} />
          <button
            type="button"
            class="quiet"
            aria-label={words.removeForm(form.text || String(at + 1))}
            onClick={() => setForms((forms) => forms.filter((_, other) => other !== at))}
          >
            ✕
          </button>
        </div>
      ))}
      <button type="button" class="quiet" onClick={() => setForms((forms) => [...forms, NEW_FORM])}>
        {words.addForm}
      </button>
    </Group>
  );
}

type FormRules = Pick<DraftForm, 'when' | 'case'>;

function Rules(props: { name: string; rules: FormRules; onChange: (part: Partial<FormRules>) => void }) {
  const { name, rules, onChange } = props;
  const cases = Object.entries(words.cases) as [FormRules['case'], string][];
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={rules.when === 'context'}
          aria-label={words.contextOnlyOf(name)}
          onChange={(event) => onChange({ when: event.currentTarget.checked ? 'context' : 'always' })}
        />
        {words.contextOnly}
      </label>
      <select
        aria-label={words.caseOf(name)}
        value={rules.case}
        onChange={(event) => {
          const chosen = cases[event.currentTarget.selectedIndex];
          if (chosen !== undefined) onChange({ case: chosen[0] });
        }}
      >
        {cases.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
}
