import { type ReactNode, Suspense, useState } from 'react';
import { withComponents } from '../components/with-components.js';
import { Button } from '../elements/button.js';
import type { Selection } from '../lists/selection.js';
import { lazyPart } from '../loading/lazy-part.js';
import type { BulkItem } from './run-bulk.js';
import { SelectionBar } from './selection-bar.js';

const BulkDialog = lazyPart(() => withComponents(import('./bulk-dialog.js').then((loaded) => loaded.BulkDialog)));

/** Something that can be done with several rows at once. */
export interface BulkAction<Row> {
  readonly key: string;
  /** What the button says. */
  readonly text: string;
  readonly icon: ReactNode;
  /** Asks whether it is to be done with so many. */
  readonly title: (count: number) => string;
  readonly help?: (count: number) => string;
  /** Whether something is taken away. @default false */
  readonly isDanger?: boolean;
  /** Whether it can be done with a row as that stands; the others are left out. */
  readonly appliesTo: (row: Row) => boolean;
  readonly run: (row: Row) => Promise<unknown>;
}

interface Props<Row> {
  selection: Selection<Row> & { readonly nameOf: (row: Row) => string };
  actions: readonly BulkAction<Row>[];
  /** Has read again what may have changed. */
  onDone: () => void;
  /** Further ways to go on with the selected rows. */
  children?: ReactNode;
}

/** What can be done with the rows of a list that are selected; nothing as long as none is. */
export function BulkBar<Row extends { readonly id: string }>({ selection, actions, onDone, children }: Props<Row>) {
  const [open, setOpen] = useState<{ action: BulkAction<Row>; rows: readonly Row[] }>();
  const { selected, deselect, nameOf } = selection;
  const rows = [...selected.values()];
  if (rows.length === 0 && open === undefined) return null;
  // What no longer fits since the question is there is left out.
  const fittingOf = ({ action, rows: asked }: NonNullable<typeof open>): BulkItem[] =>
    asked
      .flatMap(({ id }) => selected.get(id) ?? [])
      .filter(action.appliesTo)
      .map((row) => ({ id: row.id, name: nameOf(row) }));
  return (
    <SelectionBar
      count={rows.length}
      onClear={() => {
        deselect();
      }}
    >
      {actions.map((action) => {
        const fitting = rows.filter(action.appliesTo);
        return (
          <Button
            key={action.key}
            isSmall
            {...(action.isDanger === true ? { look: 'danger' as const } : {})}
            icon={action.icon}
            disabled={fitting.length === 0}
            onClick={() => {
              setOpen({ action, rows: fitting });
            }}
          >
            {fitting.length === rows.length ? action.text : `${action.text} (${fitting.length})`}
          </Button>
        );
      })}
      {children}
      {open !== undefined && (
        <Suspense fallback={null}>
          <BulkDialog
            title={open.action.title}
            help={open.action.help}
            okText={open.action.text}
            isDanger={open.action.isDanger === true}
            items={fittingOf(open)}
            run={async ({ id }) => {
              const row = open.rows.find((each) => each.id === id);
              if (row !== undefined) await open.action.run(row);
            }}
            onDone={(ids) => {
              deselect(ids);
              onDone();
            }}
            onClose={() => {
              setOpen(undefined);
            }}
          />
        </Suspense>
      )}
    </SelectionBar>
  );
}
