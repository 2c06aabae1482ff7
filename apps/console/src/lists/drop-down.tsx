import { Button } from '../elements/button.js';
import { DownOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './drop-down.css';

interface Props {
  /** What the button says. */
  text: string;
  icon?: ReactNode;
  /** What opens below it. */
  children: (close: () => void) => ReactNode;
}

/** A button below which something opens. A press elsewhere, Escape, or leaving it by keyboard closes it. */
export function DropDown({ text, icon, children }: Props) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && place.current?.contains(target) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('pointerdown', onPress);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  return (
    <div
      ref={place}
      className="drop-down"
      onKeyDown={({ key }) => {
        if (key === 'Escape' && open) close();
      }}
      onBlur={({ relatedTarget }) => {
        // A press on what cannot have the focus leaves nothing.
        if (relatedTarget instanceof Node && place.current?.contains(relatedTarget) === false) setOpen(false);
      }}
    >
      <Button
        icon={icon}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {text} <DownOutlined aria-hidden />
      </Button>
      <div id={id} className="drop-down-content" hidden={!open} role="group" aria-label={text}>
        {open && children(close)}
      </div>
    </div>
  );
}
