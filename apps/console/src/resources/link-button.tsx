import type { ReactNode } from 'react';
import '../elements/button.css';
import { useHref, useLinkClickHandler } from 'react-router';

/** The main action of a page, where that is another page: looks like a button, and is a link. */
export function LinkButton({ to, icon, children }: { to: string; icon?: ReactNode; children: ReactNode }) {
  const href = useHref(to);
  const onClick = useLinkClickHandler(to);
  return (
    <a className="button" data-look="primary" href={href} onClick={onClick}>
      {icon}
      {children}
    </a>
  );
}
