import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One of a few values, all of them in sight. */
export function Choice<Value extends string>(props: {
  legend: string;
  note?: string;
  options: Readonly<Record<Value, string>>;
  value: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  const options = Object.entries(props.options) as [Value, string][];
  return (
    <fieldset class="choice">
      <legend>{props.legend}</legend>
      {options.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          {label}
        </label>
      ))}
      {props.note !== undefined && <small class="note">{props.note}</small>}
    </fieldset>
  );
}

/** A whole number; what is no number in its bounds is not taken over. */
export function Amount(props: {
  label: string;
  note?: string;
  unit?: string;
  value: number;
  most: number;
  step: number;
  onChange: (value: number) => void;
}) {
  const take = (text: string) => {
    const value = Number(text);
    if (text !== '' && Number.isInteger(value) && value >= 0 && value <= props.most) props.onChange(value);
  };
  return (
    <label class="line">
      <span class="label">
        {props.label}
        {props.note !== undefined && <small class="note">{props.note}</small>}
      </span>
      <span class="amount">
        <input
          type="number"
          min={0}
          max={props.most}
          step={props.step}
          value={props.value}
          onInput={(event) => take(event.currentTarget.value)}
        />
        {props.unit}
      </span>
    </label>
  );
}

/** One part of the page, with its heading. */
export function Part(props: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  );
}
