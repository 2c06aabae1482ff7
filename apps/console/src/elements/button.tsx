import { LoadingOutlined } from '@ant-design/icons';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './button.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className'> {
  /** How it looks: what matters most, what takes something away, or next to nothing. @default a frame */
  look?: 'primary' | 'danger' | 'text';
  isSmall?: boolean;
  /** Whether it is busy; it cannot be pressed meanwhile. */
  isBusy?: boolean;
  icon?: ReactNode;
}

/** A button of the frame and the lists, which do without the component library. */
export function Button({ look, isSmall = false, isBusy = false, icon, disabled, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className="button"
      data-look={look}
      data-size={isSmall ? 'small' : undefined}
      disabled={disabled === true || isBusy}
    >
      {isBusy ? <LoadingOutlined aria-hidden /> : icon}
      {children}
    </button>
  );
}
