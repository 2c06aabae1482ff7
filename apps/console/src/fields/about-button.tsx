import { QuestionCircleOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../language/language-context.js';
import './fields.css';

/**
 * A question mark behind which there is more about a field. A pointer that rests on it shows that, too; a press keeps it
 * open until another press, Escape, or until one goes on elsewhere.
 */
export function AboutButton({ label, children }: { label: string; children: ReactNode }) {
  const texts = useTexts().fields;
  const place = useRef<HTMLSpanElement>(null);
  const [isPressed, setIsPressed] = useState(false);
  const [isPointedAt, setIsPointedAt] = useState(false);
  /** Closed by Escape or a press while a pointer rests on it: that opens it again only when it comes anew. */
  const isDismissed = useRef(false);
  const isOpen = isPressed || isPointedAt;
  const close = () => {
    isDismissed.current = true;
    setIsPressed(false);
    setIsPointedAt(false);
  };

  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // It is for what was opened last, and not for a drawer around it.
      event.stopPropagation();
      close();
    };
    const onPointerDown = ({ target }: Event) => {
      if (!(target instanceof Node && place.current?.contains(target) === true)) close();
    };
    // Before anything else hears of it.
    addEventListener('keydown', onKeyDown, true);
    addEventListener('pointerdown', onPointerDown, true);
    return () => {
      removeEventListener('keydown', onKeyDown, true);
      removeEventListener('pointerdown', onPointerDown, true);
    };
  }, [isOpen]);

  return (
    <span
      ref={place}
      className="about"
      onMouseEnter={() => {
        isDismissed.current = false;
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null && place.current?.contains(relatedTarget) !== true) close();
      }}
    >
      <Popover
        open={isOpen}
        onOpenChange={(isWanted) => {
          setIsPointedAt(isWanted && !isDismissed.current);
        }}
        trigger="hover"
        destroyOnHidden
        mouseEnterDelay={0.3}
        placement="bottom"
        arrow={false}
        // Beside the button in the order of what is read, too, and in the drawer that it is in.
        getPopupContainer={() => place.current ?? document.body}
        content={<div className="about-text">{children}</div>}
      >
        <button
          type="button"
          className="about-button"
          aria-label={texts.about(label)}
          aria-expanded={isOpen}
          onClick={() => {
            setIsPressed(!isPressed);
            setIsPointedAt(false);
          }}
        >
          <QuestionCircleOutlined aria-hidden />
        </button>
      </Popover>
    </span>
  );
}
