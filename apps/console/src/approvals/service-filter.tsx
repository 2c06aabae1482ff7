import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListedEndpointService } from '@vpcep/types';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';
import { DropDown } from '../lists/drop-down.js';
import { pageSizesOf, usualLimitOf } from '../lists/paging.js';
import { TextFilter } from '../lists/text-filter.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { ownName } from '../resources/own-name.js';
import './service-filter.css';

interface Props {
  /** What the service is called whose connections alone are shown; undefined when all are. */
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** Chooses the service whose connections are wanted. */
export function ServiceFilter({ chosen, onChoose }: Props) {
  const { columns, filters } = useTexts();
  return (
    <DropDown text={`${columns.service}: ${chosen ?? filters.allServices}`}>
      {(close) => (
        <ServiceSearch
          onChoose={(id) => {
            onChoose(id);
            close();
          }}
        />
      )}
    </DropDown>
  );
}

/** An ID is found only as a whole. */
const isId = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** Finds services as the API does, rather than in a list of all of them: those first that need approval. */
function ServiceSearch({ onChoose }: Pick<Props, 'onChoose'>) {
  const { looking, columns, services: words } = useTexts();
  const { vpcep, keys } = useApi();
  const [text, setText] = useState<string>();
  const query = {
    status: 'available',
    ...(text === undefined ? {} : isId(text) ? { id: text } : { endpoint_service_name: text }),
    limit: Math.max(...pageSizesOf('listEndpointService')),
    offset: 0,
  } as const;
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: keys.serviceList(query),
    queryFn: ({ signal }) => vpcep.listEndpointService({ query, signal }),
    placeholderData: keepPreviousData,
    // What was just looked for is not looked for again with each look elsewhere.
    staleTime: 60_000,
  });
  const found = data?.endpoint_services.filter(({ id }) => id !== '').sort(byApproval) ?? [];
  const shown = found.slice(0, usualLimitOf('listEndpointService'));
  const more = Math.max(found.length, data?.total_count ?? 0) - shown.length;
  return (
    <>
      <TextFilter label={looking.nameOrId} value={text} onChange={setText} />
      {error !== null && <FailureAlert error={error} onRetry={() => void refetch()} />}
      <ul className="found-services" aria-label={looking.found} aria-busy={isPlaceholderData || data === undefined}>
        {shown.map((service) => (
          <li key={service.id}>
            <Button
              look="text"
              title={service.id}
              onClick={() => {
                onChoose(service.id);
              }}
            >
              <span translate="no">{ownName(service)}</span>
              {service.approval_enabled && <span className="quiet">{columns.approval}</span>}
            </Button>
          </li>
        ))}
      </ul>
      <div role="status" className="quiet">
        {data !== undefined && shown.length === 0 && words.noneMatch}
        {more > 0 && looking.more(more)}
      </div>
    </>
  );
}

const byApproval = (a: ListedEndpointService, b: ListedEndpointService): number =>
  Number(b.approval_enabled) - Number(a.approval_enabled);
