import { Input } from 'antd';
import { useEffect, useState } from 'react';

interface Props {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A filter by a text, which takes effect with Enter or when it is left. */
export function TextFilter({ label, value = '', onChange }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => {
    setText(value);
  }, [value]);
  const apply = (next: string) => {
    if (next.trim() !== value) onChange(next.trim() === '' ? undefined : next.trim());
  };
  return (
    <Input
      aria-label={label}
      placeholder={label}
      allowClear
      value={text}
      className="text-filter"
      onChange={({ target, type }) => {
        setText(target.value);
        // The button that clears the field is a click.
        if (type === 'click') apply('');
      }}
      onPressEnter={() => {
        apply(text);
      }}
      onBlur={() => {
        apply(text);
      }}
    />
  );
}
