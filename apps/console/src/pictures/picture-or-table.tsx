import { ReloadOutlined } from '@ant-design/icons';
import { Button, Radio, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../language/language-context.js';
import { Drawing } from './drawing.js';
import { FactsTable } from './facts-table.js';
import type { Picture } from './picture.js';
import './pictures.css';

/** The ways to look at the same facts. */
export type View = 'picture' | 'table';

interface BarProps {
  view: View;
  onView: (view: View) => void;
  isFetching: boolean;
  onRefresh: () => void;
  children?: ReactNode;
}

/** Chooses between the picture and the table, and has both read again. */
export function ViewBar({ view, onView, isFetching, onRefresh, children }: BarProps) {
  const { pictures: words, actions } = useTexts();
  return (
    <div className="view-bar">
      <Radio.Group
        aria-label={words.showAs}
        optionType="button"
        value={view}
        options={(['picture', 'table'] as const).map((value) => ({ value, label: words[value] }))}
        onChange={({ target }) => {
          onView(target.value === 'table' ? 'table' : 'picture');
        }}
      />
      {children}
      <Tooltip title={actions.refresh}>
        <Button
          type="text"
          className="view-refresh"
          icon={<ReloadOutlined spin={isFetching} aria-hidden />}
          aria-label={actions.refresh}
          onClick={onRefresh}
        />
      </Tooltip>
    </div>
  );
}

/** Which way somebody looks at the facts; the picture at first. */
export const useView = () => useState<View>('picture');

/** The facts, in the way that was chosen. */
export function PictureOrTable({ picture, label, view }: { picture: Picture; label: string; view: View }) {
  if (view === 'picture') return <Drawing picture={picture} label={label} />;
  return (
    <div className="stack">
      {picture.tables.map((table) => (
        <FactsTable key={table.caption} table={table} />
      ))}
    </div>
  );
}
