import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OperationArguments } from '@vpcep/client';
import type { Connection, EndpointService } from '@vpcep/types';
import { Select, type TableProps } from 'antd';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { parameters } from '../generated/document-values.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import { EmptyList } from '../lists/empty-list.js';
import { ListFilters } from '../lists/list-filters.js';
import { ResourceTable } from '../lists/resource-table.js';
import { usePaging } from '../lists/use-paging.js';
import { CopyableId } from '../resources/copyable-id.js';
import { refreshIntervalMs } from '../waiting/refresh-interval.js';
import { ConnectionStatusTag } from '../waiting/status-tag.js';
import { DecisionButtons } from './decision-buttons.js';

type Query = NonNullable<OperationArguments<'listServiceConnections'>['query']>;

/** The endpoints that are connected to a service, or ask to be. */
export function ConnectionList({ service }: { service: EndpointService }) {
  const texts = useTexts();
  const { vpcep, keys } = useApi();
  const [status, setStatus] = useState<Query['status']>();
  const { query: part, paging, toStart } = usePaging('listServiceConnections');
  const query: Query = { ...part, ...(status === undefined ? {} : { status }) };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.connections(service.id, query),
    queryFn: ({ signal }) =>
      vpcep.listServiceConnections({ path: { vpc_endpoint_service_id: service.id }, query, signal }),
    placeholderData: keepPreviousData,
    // Others ask to connect at any time.
    refetchInterval: refreshIntervalMs,
  });
  const columns: TableProps<Connection>['columns'] = [
    {
      title: texts.columns.endpoint,
      key: 'id',
      render: (_, { id, status: each }) => (
        <>
          <CopyableId id={id} />
          <div className="only-narrow">
            <ConnectionStatusTag status={each} />
          </div>
        </>
      ),
    },
    {
      title: texts.columns.status,
      dataIndex: 'status',
      responsive: ['sm'],
      render: (each: Connection['status']) => <ConnectionStatusTag status={each} />,
    },
    {
      title: texts.columns.account,
      dataIndex: 'domain_id',
      responsive: ['xl'],
      render: (id: string) => <CopyableId id={id} />,
    },
    { title: texts.columns.note, dataIndex: 'description', responsive: ['lg'] },
    {
      title: texts.columns.created,
      dataIndex: 'created_at',
      responsive: ['md'],
      render: (time: string) => <Timestamp value={time} />,
    },
    {
      title: texts.columns.actions,
      key: 'actions',
      render: (_, connection) => (
        <DecisionButtons serviceId={service.id} endpointId={connection.id} status={connection.status} />
      ),
    },
  ];
  return (
    <>
      <ListFilters total={data?.total_count} isFetching={isFetching} onRefresh={() => void refetch()}>
        <Select
          aria-label={texts.filters.status}
          placeholder={texts.filters.anyStatus}
          allowClear
          className="status-filter"
          value={status ?? null}
          options={parameters.listServiceConnections.status.enum.map((value) => ({
            value,
            label: texts.connectionStatus[value],
          }))}
          onChange={(value: Query['status']) => {
            setStatus(value ?? undefined);
            toStart();
          }}
        />
      </ListFilters>
      <ResourceTable
        label={texts.services.tabs.connections}
        rows={data?.connections}
        total={data?.total_count}
        columns={columns}
        rowKey="id"
        error={error}
        onRetry={() => void refetch()}
        isFetching={isFetching}
        paging={paging}
        empty={<EmptyList title={texts.connections.empty} />}
      />
    </>
  );
}
