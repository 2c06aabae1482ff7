import { useQuery } from '@tanstack/react-query';
import type { ResourceType } from '@vpcep/types';
import { Alert } from 'antd';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { quotaFigures } from './quota-figures.js';

/** Says where a resource is created that few or none are left. Nothing as long as there are enough, or that is not known. */
export function QuotaNote({ of }: { of: ResourceType }) {
  const { quotas: words } = useTexts();
  const { vpcep, keys } = useApi();
  const { data } = useQuery({
    queryKey: [...keys.project, 'quotas', of],
    queryFn: ({ signal }) => vpcep.listQuotaDetails({ query: { type: of }, signal }),
    // What is being filled in is not disturbed.
    refetchOnWindowFocus: false,
  });
  const quota = data?.quotas.resources.find(({ type }) => type === of);
  const figures = quota && quotaFigures(quota);
  if (figures === undefined || figures.level === 'enough') return null;
  const isFull = figures.level === 'full';
  return (
    <Alert
      className="above form-width"
      type={isFull ? 'error' : 'warning'}
      showIcon
      role="status"
      title={isFull ? words.full : words.scarce(figures.left)}
    />
  );
}
