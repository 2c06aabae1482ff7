import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListedEndpointService } from '@vpcep/types';
import { Select, type TableProps } from 'antd';
import { Link } from 'react-router';
import { useApi } from '../api/api-context.js';
import { PageHeading } from '../frame/page-heading.js';
import { parameters } from '../generated/document-values.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import { EmptyList } from '../lists/empty-list.js';
import { ListFilters } from '../lists/list-filters.js';
import { ResourceTable } from '../lists/resource-table.js';
import { sortedBy } from '../lists/sorting.js';
import { TextFilter } from '../lists/text-filter.js';
import { useListQuery } from '../lists/use-list-query.js';
import { useAddress } from '../location/location.js';
import { LinkButton } from '../resources/link-button.js';
import { ownName } from '../resources/own-name.js';
import { ServiceStatus } from './service-status.js';

/** The list of endpoint services. */
export function ServicesPage() {
  const texts = useTexts();
  const address = useAddress();
  const { vpcep, keys } = useApi();
  const { query, paging, isFiltered, change, clearFilters } = useListQuery('listEndpointService', [
    'endpoint_service_name',
    'id',
    'status',
  ]);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.serviceList(query),
    queryFn: ({ signal }) => vpcep.listEndpointService({ query, signal }),
    placeholderData: keepPreviousData,
  });
  const create = (
    <LinkButton to={address('endpoint-services/create')} icon={<PlusOutlined aria-hidden />}>
      {texts.services.create}
    </LinkButton>
  );
  const columns: TableProps<ListedEndpointService>['columns'] = [
    {
      title: texts.columns.name,
      key: 'name',
      render: (_, service) => (
        <div className="named">
          <Link to={address(`endpoint-services/${service.id}`)}>{ownName(service)}</Link>
          <div className="quiet mono">{service.id}</div>
        </div>
      ),
    },
    {
      title: texts.columns.status,
      key: 'status',
      render: (_, service) => <ServiceStatus service={service} />,
    },
    {
      title: texts.columns.backend,
      dataIndex: 'server_type',
      responsive: ['lg'],
      render: (type: string) => <code>{type}</code>,
    },
    { title: texts.columns.connections, dataIndex: 'connection_count', responsive: ['md'], align: 'right' },
    {
      title: texts.columns.created,
      dataIndex: 'created_at',
      responsive: ['sm'],
      ...sortedBy('create_at', 'listEndpointService', query),
      render: (time: string) => <Timestamp value={time} />,
    },
    {
      title: texts.columns.updated,
      dataIndex: 'updated_at',
      responsive: ['xl'],
      ...sortedBy('update_at', 'listEndpointService', query),
      render: (time: string | undefined) => <Timestamp value={time} />,
    },
  ];
  return (
    <>
      <PageHeading title={texts.pages.endpointServices} intro={texts.services.intro} actions={create} />
      <ListFilters
        onClear={isFiltered ? clearFilters : undefined}
        total={data?.total_count}
        isFetching={isFetching}
        onRefresh={() => void refetch()}
      >
        <TextFilter
          label={texts.filters.name}
          value={query.endpoint_service_name}
          onChange={(value) => {
            change({ endpoint_service_name: value });
          }}
        />
        <TextFilter
          label={texts.filters.id}
          value={query.id}
          onChange={(value) => {
            change({ id: value });
          }}
        />
        <Select
          aria-label={texts.filters.status}
          placeholder={texts.filters.anyStatus}
          allowClear
          className="status-filter"
          value={query.status ?? null}
          options={parameters.listEndpointService.status.enum.map((value) => ({
            value,
            label: texts.serviceStatus[value],
          }))}
          onChange={(value: ListedEndpointService['status'] | undefined) => {
            change({ status: value });
          }}
        />
      </ListFilters>
      <ResourceTable
        label={texts.pages.endpointServices}
        rows={data?.endpoint_services}
        total={data?.total_count}
        columns={columns}
        rowKey="id"
        error={error}
        onRetry={() => void refetch()}
        isFetching={isFetching}
        paging={paging}
        onSort={(sort_key, sort_dir) => {
          change({ sort_key, sort_dir });
        }}
        empty={
          isFiltered ? (
            <EmptyList title={texts.services.noneMatch} onClearFilters={clearFilters} />
          ) : (
            <EmptyList title={texts.services.emptyTitle} help={texts.services.empty}>
              {create}
            </EmptyList>
          )
        }
      />
    </>
  );
}
