import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PublicEndpointService } from '@vpcep/types';
import { Button, Descriptions, Tabs } from 'antd';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import { EmptyList } from '../lists/empty-list.js';
import { ResourceTable } from '../lists/resource-table.js';
import { usePaging } from '../lists/use-paging.js';
import { CopyableId } from '../resources/copyable-id.js';
import type { ChosenService } from './chosen-service.js';
import { ServiceByName } from './service-by-name.js';

interface Props {
  chosen: ChosenService | undefined;
  onChoose: (service: ChosenService | undefined) => void;
}

/** Chooses the service to connect to: by its name, or from the operator's. */
export function ServiceChoice({ chosen, onChoose }: Props) {
  const texts = useTexts();
  if (chosen !== undefined) {
    return (
      <div className="stack">
        <Descriptions
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'name', label: texts.columns.service, children: <CopyableId id={chosen.service_name} /> },
            { key: 'type', label: texts.columns.type, children: <code>{chosen.service_type}</code> },
            { key: 'created', label: texts.columns.created, children: <Timestamp value={chosen.created_at} /> },
            {
              key: 'charged',
              label: texts.columns.charged,
              children: String(chosen.is_charge) === 'true' ? texts.yes : texts.no,
            },
          ]}
        />
        <div>
          <Button
            onClick={() => {
              onChoose(undefined);
            }}
          >
            {texts.endpoints.change}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Tabs
      destroyOnHidden
      items={[
        { key: 'name', label: texts.endpoints.byName, children: <ServiceByName onChoose={onChoose} /> },
        { key: 'public', label: texts.endpoints.fromPublic, children: <PublicServices onChoose={onChoose} /> },
      ]}
    />
  );
}

/** The services of the operator, to which everybody may connect. */
function PublicServices({ onChoose }: { onChoose: (service: ChosenService) => void }) {
  const texts = useTexts();
  const { vpcep, keys } = useApi();
  const { query, paging } = usePaging('listServicePublicDetails');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.publicServices(query),
    queryFn: ({ signal }) => vpcep.listServicePublicDetails({ query, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <ResourceTable<PublicEndpointService>
      label={texts.endpoints.fromPublic}
      rows={data?.endpoint_services}
      total={data?.total_count}
      paging={paging}
      error={error}
      onRetry={() => void refetch()}
      isFetching={isFetching}
      empty={<EmptyList title={texts.services.noneMatch} />}
      columns={[
        {
          key: 'service',
          title: texts.columns.service,
          render: ({ service_name: name }) => <span className="mono breakable">{name}</span>,
        },
        {
          key: 'type',
          title: texts.columns.type,
          from: 'md',
          render: ({ service_type: type }) => <code>{type}</code>,
        },
        { key: 'owner', title: texts.columns.owner, from: 'lg', render: ({ owner }) => owner },
        {
          key: 'actions',
          title: texts.columns.actions,
          render: (service) => (
            <Button
              size="small"
              aria-label={`${texts.actions.choose} ${service.service_name}`}
              onClick={() => {
                onChoose(service);
              }}
            >
              {texts.actions.choose}
            </Button>
          ),
        },
      ]}
    />
  );
}
