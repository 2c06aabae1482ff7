import { Skeleton, Tabs, type TabsProps } from 'antd';
import { Suspense } from 'react';
import { useSearchParams } from 'react-router';

type Tab = NonNullable<TabsProps['items']>[number];

/** Tabs of which the open one is in the address, unless it is the first. What is in one may be loaded when it is opened. */
export function AddressTabs({ items }: { items: [Tab, ...Tab[]] }) {
  const [search, setSearch] = useSearchParams();
  const [{ key: first }] = items;
  return (
    <Tabs
      activeKey={search.get('tab') ?? first}
      onChange={(tab) => {
        setSearch(tab === first ? {} : { tab }, { replace: true });
      }}
      items={items.map((tab) => ({
        ...tab,
        children: <Suspense fallback={<Skeleton active title={false} />}>{tab.children}</Suspense>,
      }))}
      destroyOnHidden
    />
  );
}
