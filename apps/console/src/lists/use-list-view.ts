import * as v from 'valibot';
import { useRemembered } from '../remembered/use-remembered.js';
import type { Column } from './column.js';

export const densities = ['comfortable', 'compact'] as const;
/** How often a list is read again by itself, in seconds. The most often is six times a minute. */
export const intervals = ['off', '10', '30', '60'] as const;

const viewSchema = v.object({
  /** The keys of the columns; those of the list itself when it is left out. */
  columns: v.optional(v.array(v.string())),
  density: v.optional(v.picklist(densities), 'comfortable'),
  interval: v.optional(v.picklist(intervals), 'off'),
});

type View = v.InferOutput<typeof viewSchema>;

/** What a reader sees of a list, and how. It is remembered for each list. */
export interface ListView extends View {
  readonly isChosen: boolean;
  readonly isShown: (column: Pick<Column<never>, 'key' | 'isExtra' | 'isFixed'>) => boolean;
  /** For the query of the list: in milliseconds, false for never. Nothing is read while the page is in the background. */
  readonly refetchInterval: number | false;
  readonly change: (next: Partial<View>) => void;
}

const usual: View = { density: 'comfortable', interval: 'off' };

/** @param list a name for the list, such as that of its operation */
export function useListView(list: string): ListView {
  const [view, remember] = useRemembered(`list-${list}`, viewSchema, usual);
  const { columns, interval } = view;
  return {
    ...view,
    isChosen: columns !== undefined,
    isShown: ({ key, isExtra = false, isFixed = false }) => isFixed || (columns?.includes(key) ?? !isExtra),
    refetchInterval: interval === 'off' ? false : Number(interval) * 1000,
    change: (next) => {
      remember({ ...view, ...next });
    },
  };
}
