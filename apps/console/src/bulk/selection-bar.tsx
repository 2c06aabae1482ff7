import type { ReactNode } from 'react';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';
import './bulk-bar.css';

interface Props {
  /** How many are selected. */
  count: number;
  onClear: () => void;
  /** What can be done with them. */
  children: ReactNode;
}

/** Stands above a list of which rows are selected. */
export function SelectionBar({ count, onClear, children }: Props) {
  const { lists } = useTexts();
  return (
    <div role="region" aria-label={lists.selectionActions} className="bulk-bar">
      <strong role="status">{lists.selected(count)}</strong>
      {children}
      <Button isSmall look="text" onClick={onClear}>
        {lists.clearSelection}
      </Button>
    </div>
  );
}
