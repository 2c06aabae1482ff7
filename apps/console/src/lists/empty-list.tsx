import { Button, Empty } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../language/language-context.js';

interface Props {
  title: string;
  help?: string;
  /** Given where filters are the reason. */
  onClearFilters?: () => void;
  children?: ReactNode;
}

/** Says why a list is empty, and what to do about it. */
export function EmptyList({ title, help, onClearFilters, children }: Props) {
  const texts = useTexts();
  return (
    <Empty
      className="empty-list"
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <strong>{title}</strong>
          {help !== undefined && <div className="quiet">{help}</div>}
        </>
      }
    >
      {onClearFilters === undefined ? children : <Button onClick={onClearFilters}>{texts.actions.clearFilters}</Button>}
    </Empty>
  );
}
