import { Tabs, type TabsProps } from 'antd';
import { useSearchParams } from 'react-router';

/** Tabs of which the open one is in the address, unless it is the first. */
export function AddressTabs({ items }: { items: [Tab, ...Tab[]] }) {
  const [search, setSearch] = useSearchParams();
  const [{ key: first }] = items;
  return (
    <Tabs
      activeKey={search.get('tab') ?? first}
      onChange={(tab) => {
        setSearch(tab === first ? {} : { tab }, { replace: true });
      }}
      items={items}
      destroyOnHidden
    />
  );
}

type Tab = NonNullable<TabsProps['items']>[number];
