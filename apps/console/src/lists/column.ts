import type { operations } from '@vpcep/types';
import type { ReactNode } from 'react';

/** The query of a list that the API sorts. */
export type SortQuery = NonNullable<operations['listEndpointService' | 'listEndpoints']['parameters']['query']>;

export type SortDirection = NonNullable<SortQuery['sort_dir']>;

/** The widths of the window from which on columns are there, in pixels, as in `resource-table.css`. */
const breakpoints = { sm: 576, md: 768, lg: 992, xl: 1200, xxl: 1500 } as const;

export type Breakpoint = keyof typeof breakpoints;

/** Whether the window is wide enough, now, for a column that is there from a width on. */
export const hasRoom = ({ from }: { readonly from?: Breakpoint }): boolean =>
  from === undefined || matchMedia(`(min-width: ${breakpoints[from]}px)`).matches;

/** A column of a list. */
export interface Column<Row> {
  /** Tells it from the others, also in what the reader has chosen. */
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  /** Leaves the column out on narrower windows, unless the reader has chosen columns. @default it is always there */
  readonly from?: Breakpoint;
  /** Whether it is there only when the reader chooses it. @default false */
  readonly isExtra?: boolean;
  /** Whether the reader cannot leave it out, such as the name. @default false */
  readonly isFixed?: boolean;
  /** For numbers. */
  readonly align?: 'right';
  /** Given where the API sorts by the column; undefined where the list is sorted by another one. */
  readonly sort?: { readonly key: string; readonly direction: SortDirection | undefined };
}
