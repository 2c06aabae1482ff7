import { observer } from 'mobx-react';
import { useEffect, useRef, type MouseEvent } from 'react';
import { MenuItems } from 'redoc/src/components/SideMenu/MenuItems';
import {
  MenuItemLabel,
  MenuItemLi,
  MenuItemTitle,
  OperationBadge,
} from 'redoc/src/components/SideMenu/styled.elements';
import { ShelfIcon } from 'redoc/src/common-elements/shelfs';
import type { IMenuItem, OperationModel } from 'redoc';
import { shortenHTTPVerb } from 'redoc/src/utils/openapi';

interface MenuItemProps {
  item: IMenuItem;
  onActivate: (item: IMenuItem) => void;
}

const isOperation = (item: IMenuItem): item is OperationModel => item.type === 'operation';

/** Stands in for Redoc's item, which is not a link: it does nothing without scripts, nor opens in a new tab. */
export const MenuItem = observer(({ item, onActivate }: MenuItemProps) => {
  const link = useRef<HTMLAnchorElement>(null);
  const { active, expanded } = item;
  const hasItems = item.items.length > 0;
  useEffect(() => {
    if (active) link.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const activate = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onActivate(item);
  };
  return (
    <MenuItemLi depth={item.depth} data-item-id={item.id}>
      <MenuItemLabel
        as="a"
        href={`#${encodeURI(item.id)}`}
        ref={link}
        $depth={item.depth}
        $active={active}
        $type={item.type}
        aria-current={active ? 'location' : undefined}
        aria-expanded={hasItems ? expanded : undefined}
        onClick={activate}
      >
        {isOperation(item) && <OperationBadge type={item.httpVerb}>{shortenHTTPVerb(item.httpVerb)}</OperationBadge>}
        <MenuItemTitle>
          {isOperation(item) && item.deprecated ? <s>{item.sidebarLabel}</s> : item.sidebarLabel}
        </MenuItemTitle>
        {hasItems && <ShelfIcon float="right" direction={expanded ? 'down' : 'right'} />}
      </MenuItemLabel>
      {hasItems && <MenuItems expanded={expanded} items={item.items} onActivate={onActivate} />}
    </MenuItemLi>
  );
});
