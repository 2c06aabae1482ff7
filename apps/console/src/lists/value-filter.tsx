interface Props<Value extends string> {
  label: string;
  /** What stands for no choice. */
  anyText: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
  /** Whether the options are what users have entered, in whatever language. @default false */
  isOfUsers?: boolean;
}

/** A filter by one of some values. */
export function ValueFilter<Value extends string>({
  label,
  anyText,
  options,
  value,
  onChange,
  isOfUsers = false,
}: Props<Value>) {
  return (
    <select
      aria-label={label}
      className="value-filter"
      value={value ?? ''}
      onChange={({ target }) => {
        onChange(options.find((option) => option.value === target.value)?.value);
      }}
    >
      <option value="">{anyText}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value} translate={isOfUsers ? 'no' : 'yes'}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
