import { CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { Quota } from '@vpcep/types';
import { Card, theme } from 'antd';
import { type CSSProperties, useId } from 'react';
import { useTexts } from '../language/language-context.js';
import './quotas.css';
import { quotaFigures } from './quota-figures.js';

/** How much of a quota is used. */
export function QuotaBar({ quota: { type, used, quota } }: { quota: Quota }) {
  const { quotas: words, resourceTypes } = useTexts();
  const { token } = theme.useToken();
  const id = useId();
  const figures = quotaFigures({ used, quota });
  const names: Readonly<Record<string, string>> = resourceTypes;
  const level = figures?.level ?? 'enough';
  const colours = { enough: token.colorPrimary, scarce: token.colorWarning, full: token.colorError };
  const icons = { enough: null, scarce: <WarningOutlined aria-hidden />, full: <CloseCircleOutlined aria-hidden /> };
  const state =
    figures === undefined
      ? words.unreadable
      : level === 'full'
        ? words.full
        : level === 'scarce'
          ? words.scarce(figures.left)
          : words.left(figures.left);
  const said = words.used(asItCame(used), asItCame(quota));
  return (
    <Card>
      {/* A newer kind of resource has the name that the service gives it. */}
      <h2 id={id}>{names[type] ?? asItCame(type)}</h2>
      <div className="quota-used">{said}</div>
      {figures !== undefined && (
        <div
          role="meter"
          className="quota-bar"
          data-level={level}
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={figures.quota}
          aria-valuenow={Math.min(figures.used, figures.quota)}
          aria-valuetext={`${said}. ${state}`}
          style={{ '--part': `${figures.percent}%`, '--colour': colours[level] } as CSSProperties}
        />
      )}
      <div className={level === 'enough' ? 'quiet' : ''} style={level === 'enough' ? {} : { color: colours[level] }}>
        {icons[level]} {state}
      </div>
    </Card>
  );
}

/** A value of the service as it came, whatever it is. */
function asItCame(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
