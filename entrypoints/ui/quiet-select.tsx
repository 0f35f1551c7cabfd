export interface QuietSelectProps<Value extends string> {
  readonly label: string;
  readonly options: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A choice that reads as a note until one wants another. */
export function QuietSelect<Value extends string>(props: QuietSelectProps<Value>) {
  const { label, options, value, onChange } = props;
  const values = Object.keys(options) as Value[];
  return (
    <select
      class="quiet-select"
      aria-label={label}
      title={label}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = values[currentTarget.selectedIndex];
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {values.map((one) => (
        <option key={one} value={one}>
          {options[one]}
        </option>
      ))}
    </select>
  );
}
