import { ReloadOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../language/language-context.js';

interface Props {
  children: ReactNode;
  /** Takes all filters away; undefined when there is none to take away. */
  onClear?: (() => void) | undefined;
  total: number | undefined;
  onRefresh: () => void;
  isFetching: boolean;
}

/** The filters above a list, how many it has found, and the ways to clear and to renew it. */
export function ListFilters({ children, onClear, total, onRefresh, isFetching }: Props) {
  const texts = useTexts();
  return (
    <div role="search" className="list-filters">
      {children}
      {onClear !== undefined && <Button onClick={onClear}>{texts.actions.clearFilters}</Button>}
      <span className="list-total">
        <span role="status" className="quiet">
          {total === undefined ? '' : texts.filters.total(total)}
        </span>
        <Tooltip title={texts.actions.refresh}>
          <Button
            type="text"
            icon={<ReloadOutlined spin={isFetching} aria-hidden />}
            aria-label={texts.actions.refresh}
            onClick={onRefresh}
          />
        </Tooltip>
      </span>
    </div>
  );
}
