import { useState } from 'react';

/** Which rows of a list are selected, also on other pages of it. */
export interface Selection<Row> {
  /** By ID, as they were when they were selected. */
  readonly selected: ReadonlyMap<string, Row>;
  readonly select: (rows: readonly Row[], isSelected: boolean) => void;
  /** Selects rows no longer; by default none is any more. */
  readonly deselect: (ids?: readonly string[]) => void;
}

export function useSelection<Row extends { readonly id: string }>(): Selection<Row> {
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map());
  return {
    selected,
    select: (rows, isSelected) => {
      setSelected((before) => {
        const after = new Map(before);
        for (const row of rows) {
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
