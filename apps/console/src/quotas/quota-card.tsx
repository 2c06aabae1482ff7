import type { Quota } from '@vpcep/types';
import { Card, Progress } from 'antd';
import { useTexts } from '../language/language-context.js';

/** How much of a quota is used. */
export function QuotaCard({ quota: { type, used, quota } }: { quota: Quota }) {
  const texts = useTexts();
  const left = Math.max(0, quota - used);
  const percent = quota === 0 ? 100 : Math.min(100, (used / quota) * 100);
  return (
    <Card>
      <h2>{texts.resourceTypes[type]}</h2>
      <div className="quota-figures">
        <strong>{used}</strong>
        <span className="quiet">{texts.quotas.used(used, quota)}</span>
      </div>
      <Progress
        aria-label={texts.resourceTypes[type]}
        percent={percent}
        showInfo={false}
        status={left === 0 ? 'exception' : 'normal'}
      />
      <div className="quiet">{left === 0 ? texts.quotas.full : texts.quotas.left(left)}</div>
    </Card>
  );
}
