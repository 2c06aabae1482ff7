import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect } from 'react';
import { Loading } from '../elements/loading.js';
import { useTexts } from '../language/language-context.js';
import { FailureAlert } from '../problems/failure-alert.js';
import type { Column, SortDirection } from './column.js';
import { Pager } from './pager.js';
import type { Paging } from './paging.js';
import './resource-table.css';
import type { Selection } from './selection.js';
import type { ListView } from './use-list-view.js';

export interface ResourceTableProps<Row extends { readonly id: string }> {
  /** What the list is of, for those who do not see it. */
  label: string;
  rows: readonly Row[] | undefined;
  total: number | undefined;
  columns: readonly Column<Row>[];
  error: unknown;
  onRetry: () => void;
  isFetching: boolean;
  empty: ReactNode;
  paging?: Paging;
  /** Is told by which of the API's keys to sort, and in which direction. */
  onSort?: (key: string, direction: SortDirection) => void;
  /** What the reader has chosen to see. @default the usual columns, and much room */
  view?: ListView;
  /** Has rows be selected. `nameOf` tells which is which. */
  selection?: Selection<Row> & { readonly nameOf: (row: Row) => string };
}

/** A page of a list, or what stands in its place while it is loaded, empty or failed. */
export function ResourceTable<Row extends { readonly id: string }>(props: ResourceTableProps<Row>) {
  const { label, rows, total = 0, error, onRetry, isFetching, empty, paging, view, selection } = props;
  const texts = useTexts();
  const last = paging === undefined ? 1 : Math.max(1, Math.ceil(total / paging.limit));
  const isPastEnd = paging !== undefined && rows?.length === 0 && total > 0 && paging.page > last;
  useEffect(() => {
    // The last row of the last page may have been deleted.
    if (isPastEnd) paging.goTo(last, paging.limit);
  });

  const hasFailed = error !== null && error !== undefined;
  if (hasFailed && rows === undefined) return <FailureAlert error={error} onRetry={onRetry} />;
  if (rows === undefined || isPastEnd) return <Loading lines={8} />;
  // What is known stays when it cannot be read again.
  const failure = hasFailed && (
    <div className="above">
      <FailureAlert error={error} about={texts.outdated} onRetry={onRetry} />
    </div>
  );
  if (rows.length === 0) {
    return (
      <>
        {failure}
        {empty}
      </>
    );
  }
  const columns = props.columns.filter((column) => view?.isShown(column) ?? column.isExtra !== true);
  // Who has chosen columns sees them, however narrow the window is.
  const widthClass = ({ from }: Column<Row>) => (from === undefined || view?.isChosen === true ? '' : ` from-${from}`);
  const classOf = (column: Column<Row>) => `${column.align === 'right' ? 'is-right' : ''}${widthClass(column)}`;
  const ids = rows.map(({ id }) => id);
  return (
    <div className="resource-table" data-density={view?.density}>
      {failure}
      <div className="resource-table-rows">
        <table aria-label={label} aria-busy={isFetching}>
          <thead>
            <tr>
              {selection !== undefined && (
                <th scope="col" className="select-cell">
                  <SelectPage rows={rows} selection={selection} />
                </th>
              )}
              {columns.map((column) => (
                <ColumnHeader key={column.key} column={column} className={classOf(column)} onSort={props.onSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // A service may say the same ID twice: no row is left out for that.
              <tr key={ids.indexOf(row.id) === index ? row.id : `${row.id} ${index}`}>
                {selection !== undefined && (
                  <td className="select-cell">
                    <SelectRow row={row} name={selection.nameOf(row)} selection={selection} />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.key} className={classOf(column)}>
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {paging !== undefined && total > Math.min(paging.limit, ...paging.pageSizes) && (
        <Pager label={label} paging={paging} last={last} />
      )}
    </div>
  );
}

interface ColumnHeaderProps<Row> {
  column: Column<Row>;
  className: string;
  onSort: ResourceTableProps<Row & { id: string }>['onSort'];
}

function ColumnHeader<Row>({ column: { title, sort }, className, onSort }: ColumnHeaderProps<Row>) {
  if (sort === undefined || onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {title}
      </th>
    );
  }
  const { key, direction } = sort;
  // A list always has an order: a sorted column is turned round, and no more.
  const next = direction === 'desc' ? 'asc' : 'desc';
  return (
    <th
      scope="col"
      className={className}
      aria-sort={direction === undefined ? 'none' : direction === 'asc' ? 'ascending' : 'descending'}
    >
      <button
        type="button"
        className="sort-button"
        onClick={() => {
          onSort(key, next);
        }}
      >
        {title}
        <span className="sort-direction" data-direction={direction}>
          {direction === 'asc' ? <CaretUpOutlined aria-hidden /> : <CaretDownOutlined aria-hidden />}
        </span>
      </button>
    </th>
  );
}

interface SelectPageProps<Row> {
  rows: readonly Row[];
  selection: Selection<Row>;
}

function SelectPage<Row extends { readonly id: string }>({
  rows,
  selection: { selected, select },
}: SelectPageProps<Row>) {
  const { lists } = useTexts();
  const count = rows.filter(({ id }) => selected.has(id)).length;
  return (
    <input
      type="checkbox"
      aria-label={lists.selectPage}
      checked={count === rows.length}
      ref={(box) => {
        if (box !== null) box.indeterminate = count > 0 && count < rows.length;
      }}
      onChange={({ target }) => {
        select(rows, target.checked);
      }}
    />
  );
}

interface SelectRowProps<Row> {
  row: Row;
  name: string;
  selection: Selection<Row>;
}

function SelectRow<Row extends { readonly id: string }>({
  row,
  name,
  selection: { selected, select },
}: SelectRowProps<Row>) {
  const { lists } = useTexts();
  return (
    <input
      type="checkbox"
      aria-label={lists.selectRow(name)}
      checked={selected.has(row.id)}
      onChange={({ target }) => {
        select([row], target.checked);
      }}
    />
  );
}
