import { Button } from '../elements/button.js';
import type { ReactNode } from 'react';
import './tool.css';

interface Props {
  icon: ReactNode;
  /** What it is, for those who do not see it. */
  name: string;
  /** What is said when one points at it. @default its name */
  tip?: string;
  href?: string;
  disabled?: boolean;
  onClick?: () => void;
}

/** A button of the header that has a picture only; what it is appears below it. */
export function Tool({ icon, name, tip = name, href, disabled = false, onClick }: Props) {
  return (
    <span className="tool" data-tip={tip}>
      {href === undefined ? (
        <Button look="text" icon={icon} aria-label={name} disabled={disabled} onClick={onClick} />
      ) : (
        <a className="button" data-look="text" href={href} aria-label={name}>
          {icon}
        </a>
      )}
    </span>
  );
}
