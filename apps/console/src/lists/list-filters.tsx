import { ReloadOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Button } from '../elements/button.js';
import { useLanguage } from '../language/language-context.js';
import { writeTime } from '../language/time-formats.js';
import './list-filters.css';

interface Props {
  children: ReactNode;
  /** Takes all filters away; undefined when there is none to take away. */
  onClear?: (() => void) | undefined;
  total: number | undefined;
  /** When the list was read last, in milliseconds since 1970; 0 when it never was. */
  readAt: number;
  onRefresh: () => void;
  isFetching: boolean;
  /** What else one can do with the list: choose columns, save it. */
  tools?: ReactNode;
}

/** The filters above a list, how many it has found and when, and the ways to clear and to renew it. */
export function ListFilters({ children, onClear, total, readAt, onRefresh, isFetching, tools }: Props) {
  const { texts, language } = useLanguage();
  return (
    <div className="list-filters">
      <div role="search" className="list-filters">
        {children}
        {onClear !== undefined && <Button onClick={onClear}>{texts.actions.clearFilters}</Button>}
      </div>
      <div className="list-total">
        <span className="quiet">
          <span role="status">{total === undefined ? '' : texts.filters.total(total)}</span>
          {/* The time changes with each look: it is there to be seen, not to be read out. */}
          {readAt > 0 && <span> · {texts.lists.readAt(writeTime(readAt, language, 'ofDay'))}</span>}
        </span>
        <Button
          look="text"
          icon={<ReloadOutlined spin={isFetching} aria-hidden />}
          title={texts.actions.refresh}
          aria-label={texts.actions.refresh}
          onClick={onRefresh}
        />
        {tools}
      </div>
    </div>
  );
}
