interface SelectLineProps<Value extends string> {
  readonly label: string;
  readonly options: Readonly<Record<Value, string>>;
  readonly value: string;
  readonly onChange: (value: Value) => void;
}

/** One of several values, in a line with its name. */
export function SelectLine<Value extends string>(props: SelectLineProps<Value>) {
  return (
    <div class="line">
      <span class="label" aria-hidden="true">
        {props.label}
      </span>
      <Select {...props} />
    </div>
  );
}

/** One of several values; a screen reader says its name. */
export function Select<Value extends string>({ label, options, value, onChange }: SelectLineProps<Value>) {
  const all = Object.entries(options) as [Value, string][];
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = all.find(([one]) => one === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen[0]);
      }}
    >
      {all.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}
