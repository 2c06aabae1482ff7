import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

/** The main action of a page, where that is another page: looks like a button, and is a link. */
export function LinkButton({ to, icon, children }: { to: string; icon?: ReactNode; children: ReactNode }) {
  const href = useHref(to);
  const onClick = useLinkClickHandler(to);
  return (
    <Button
      type="primary"
      href={href}
      icon={icon}
      onClick={(event) => {
        onClick(event as React.MouseEvent<HTMLAnchorElement>);
      }}
    >
      {children}
    </Button>
  );
}
