import { Skeleton, Table, type TableProps } from 'antd';
import { useEffect } from 'react';
import { FailureAlert } from '../problems/failure-alert.js';
import type { Paging } from './paging.js';
import type { SortDirection } from './sorting.js';

interface Props<Row extends object> {
  /** What the list is of, for those who do not see it. */
  label: string;
  rows: readonly Row[] | undefined;
  total: number | undefined;
  columns: NonNullable<TableProps<Row>['columns']>;
  rowKey: keyof Row & string;
  error: unknown;
  onRetry: () => void;
  isFetching: boolean;
  empty: React.ReactNode;
  paging?: Paging;
  /** Is told by which column to sort, and in which direction; undefined for the API's own order. */
  onSort?: (key: string | undefined, direction: SortDirection | undefined) => void;
}

/** A page of a list, or what stands in its place while it is loaded, empty or failed. */
export function ResourceTable<Row extends object>(props: Props<Row>) {
  const { label, rows, total = 0, columns, rowKey, error, onRetry, isFetching, empty, paging, onSort } = props;
  const last = paging === undefined ? 1 : Math.max(1, Math.ceil(total / paging.limit));
  const isPastEnd = paging !== undefined && rows?.length === 0 && total > 0 && paging.page > last;
  useEffect(() => {
    // The last row of the last page may have been deleted.
    if (isPastEnd) paging.goTo(last, paging.limit);
  });

  if (error !== null && error !== undefined) return <FailureAlert error={error} onRetry={onRetry} />;
  if (rows === undefined || isPastEnd) return <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <Table<Row>
      aria-label={label}
      className="resource-table"
      dataSource={[...rows]}
      columns={columns}
      rowKey={rowKey}
      size="middle"
      aria-busy={isFetching}
      // A list always has an order: a sorted column is turned round, and no more.
      sortDirections={['descend', 'ascend', 'descend']}
      pagination={
        paging === undefined || total <= Math.min(paging.limit, ...paging.pageSizes)
          ? false
          : {
              current: paging.page,
              pageSize: paging.limit,
              total,
              pageSizeOptions: [...paging.pageSizes],
              showSizeChanger: paging.pageSizes.length > 1,
              onChange: paging.goTo,
            }
      }
      onChange={(_pagination, _filters, sorter, { action }) => {
        if (action !== 'sort' || Array.isArray(sorter)) return;
        const { columnKey, order } = sorter;
        const direction = order === 'ascend' ? 'asc' : order === 'descend' ? 'desc' : undefined;
        onSort?.(direction === undefined ? undefined : String(columnKey), direction);
      }}
    />
  );
}
