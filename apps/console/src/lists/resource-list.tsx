import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ListDialogs } from './list-dialogs.js';
import { ListFilters } from './list-filters.js';
import { ResourceTable, type ResourceTableProps } from './resource-table.js';
import { SaveRows } from './save-rows.js';
import type { ListView } from './use-list-view.js';
import { ViewOptions } from './view-options.js';

interface Props<Row extends { readonly id: string }> extends Omit<
  ResourceTableProps<Row>,
  'error' | 'isFetching' | 'onRetry'
> {
  /** How the reading of the list stands. */
  reading: Pick<UseQueryResult, 'error' | 'isFetching' | 'refetch' | 'dataUpdatedAt'>;
  view: ListView;
  filters: ReactNode;
  /** Takes all filters away; undefined when there is none to take away. */
  onClear?: (() => void) | undefined;
  /** Fetches all rows that the filters find, also those of other pages. */
  fetchRows: () => Promise<readonly object[]>;
  /** Begins the name of the file that these are saved in. */
  fileName: string;
  /** What can be done with those that are selected. */
  bulk: ReactNode;
}

/** A list with its filters, what can be done with all of it, and what with those that are selected. */
export function ResourceList<Row extends { readonly id: string }>(props: Props<Row>) {
  const { reading, filters, onClear, fetchRows, fileName, bulk, ...table } = props;
  const { refetch, isFetching, error } = reading;
  return (
    <ListDialogs>
      <ListFilters
        onClear={onClear}
        total={table.total}
        readAt={reading.dataUpdatedAt}
        isFetching={isFetching}
        onRefresh={() => void refetch()}
        tools={
          <>
            <ViewOptions columns={table.columns} view={table.view} />
            <SaveRows name={fileName} fetchRows={fetchRows} />
          </>
        }
      >
        {filters}
      </ListFilters>
      {bulk}
      <ResourceTable {...table} error={error} onRetry={() => void refetch()} isFetching={isFetching} />
    </ListDialogs>
  );
}
