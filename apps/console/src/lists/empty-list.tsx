import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';
import './empty-list.css';

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
    <div className="empty-list">
      <InboxOutlined aria-hidden className="empty-list-picture" />
      <strong>{title}</strong>
      {help !== undefined && <div className="quiet">{help}</div>}
      {onClearFilters === undefined ? children : <Button onClick={onClearFilters}>{texts.actions.clearFilters}</Button>}
    </div>
  );
}
