import { useEffect, useRef, useState } from 'react';

interface Props {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** How long nobody types before what is typed takes effect. */
const pauseMs = 400;

/** A filter by a text. It takes effect with a pause, with Enter, or when it is left; what is typed meanwhile stays. */
export function TextFilter({ label, value = '', onChange }: Props) {
  const [text, setText] = useState(value);
  /** What this field asked for last: when the list has come to that, what was typed since is not taken back. */
  const asked = useRef(value);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setText(value);
  }, [value]);
  useEffect(
    () => () => {
      clearTimeout(pause.current);
    },
    [],
  );

  const apply = (next: string) => {
    clearTimeout(pause.current);
    const wanted = next.trim();
    if (wanted === asked.current) return;
    asked.current = wanted;
    onChange(wanted === '' ? undefined : wanted);
  };
  return (
    <input
      // The browser's own button clears it.
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      className="text-filter"
      onChange={({ target }) => {
        setText(target.value);
        clearTimeout(pause.current);
        pause.current = setTimeout(() => {
          apply(target.value);
        }, pauseMs);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') apply(text);
      }}
      onBlur={() => {
        apply(text);
      }}
    />
  );
}
