import { useEffect, useRef, useState } from 'react';
import { afterReading, type ListReading } from './after-reading.js';

/** Which rows of a list are selected, also on other pages of it. */
export interface Selection<Row> {
  /** By ID, as they were when they were last read. */
  readonly selected: ReadonlyMap<string, Row>;
  readonly select: (rows: readonly Row[], isSelected: boolean) => void;
  /** Selects rows no longer; by default none is any more. */
  readonly deselect: (ids?: readonly string[]) => void;
}

interface Options<Row> extends ListReading<Row> {
  /** Whether the rows are those of the query before, while others are on their way. @default false */
  readonly isPlaceholderData?: boolean;
}

/** A selection that goes by what was read last: what is gone, or no longer fits the filters, is selected no longer. */
export function useSelection<Row extends { readonly id: string }>(list: Options<Row>): Selection<Row> {
  const { rows, total, query, isPlaceholderData = false } = list;
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map());
  const last = useRef<ListReading<Row>>(undefined);
  useEffect(() => {
    if (isPlaceholderData) return;
    const before = last.current;
    const now = { rows, total, query };
    last.current = now;
    if (before !== undefined) setSelected((each) => afterReading(each, before, now));
  });
  return {
    selected,
    select: (wanted, isSelected) => {
      setSelected((before) => {
        const after = new Map(before);
        for (const row of wanted) {
          if (isSelected) after.set(row.id, row);
          else after.delete(row.id);
        }
        return after;
      });
    },
    deselect: (ids) => {
      setSelected((before) => new Map([...before].filter(([id]) => ids?.includes(id) === false)));
    },
  };
}
