import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly note?: string;
  readonly problem?: string | undefined;
  readonly children: (ids: {
    id: string;
    'aria-describedby': string;
    'aria-invalid': boolean;
  }) => ComponentChildren;
}

/** A field with its label, a note on what to write, and what is wrong with it. */
export function Field({ label, note, problem, children }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': `${id}-note ${id}-problem`,
        'aria-invalid': problem !== undefined,
      })}
      <small class="note" id={`${id}-note`}>
        {note}
      </small>
      <output class="problem" id={`${id}-problem`}>
        {problem}
      </output>
    </div>
  );
}

/** Fields that belong together. */
export function Group(props: {
  legend: string;
  note?: string;
  problem?: string | undefined;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <fieldset class="group" aria-describedby={`${id}-note ${id}-problem`}>
      <legend>{props.legend}</legend>
      <small class="note" id={`${id}-note`}>
        {props.note}
      </small>
      {props.children}
      <output class="problem" id={`${id}-problem`}>
        {props.problem}
      </output>
    </fieldset>
  );
}

interface TextProps {
  readonly label: string;
  readonly note?: string;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text. */
export function Line(props: TextProps) {
  return (
    <Field label={props.label} {...(props.note && { note: props.note })} problem={props.problem}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          dir="auto"
          value={props.value}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text; as tall as what is in it. */
export function Lines(props: TextProps & { rows: number }) {
  return (
    <Field label={props.label} {...(props.note && { note: props.note })} problem={props.problem}>
      {(ids) => (
        <textarea
          {...ids}
          dir="auto"
          rows={props.rows}
          value={props.value}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
