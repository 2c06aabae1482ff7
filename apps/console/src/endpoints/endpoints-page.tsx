import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Endpoint } from '@vpcep/types';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { useApi } from '../api/api-context.js';
import { PageHeading } from '../frame/page-heading.js';
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
import { refreshIntervalMs } from '../waiting/refresh-interval.js';
import { EndpointStatus } from './endpoint-status.js';

/** The list of endpoints. */
export function EndpointsPage() {
  const texts = useTexts();
  const address = useAddress();
  const { vpcep, keys } = useApi();
  const { query, paging, isFiltered, change, clearFilters } = useListQuery('listEndpoints', [
    'endpoint_service_name',
    'vpc_id',
    'id',
  ]);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.endpointList(query),
    queryFn: ({ signal }) => vpcep.listEndpoints({ query, signal }),
    placeholderData: keepPreviousData,
    // What waits for an owner is looked after with the whole list, rather than each endpoint with a wait of its own.
    refetchInterval: ({ state }) =>
      state.data?.endpoints.some(({ status }) => status === 'pendingAcceptance') === true ? refreshIntervalMs : false,
  });
  const create = (
    <LinkButton to={address('endpoints/create')} icon={<PlusOutlined aria-hidden />}>
      {texts.endpoints.create}
    </LinkButton>
  );
  const columns: TableProps<Endpoint>['columns'] = [
    {
      title: texts.columns.endpoint,
      key: 'id',
      render: (_, endpoint) => (
        <div className="named">
          <Link to={address(`endpoints/${endpoint.id}`)} className="mono">
            {endpoint.id}
          </Link>
          <div className="quiet">
            {ownName({ id: endpoint.endpoint_service_id, service_name: endpoint.endpoint_service_name })}
          </div>
        </div>
      ),
    },
    {
      title: texts.columns.status,
      key: 'status',
      render: (_, endpoint) => <EndpointStatus endpoint={endpoint} />,
    },
    {
      title: texts.columns.address,
      dataIndex: 'ip',
      responsive: ['md'],
      render: (ip: Endpoint['ip']) => (ip === undefined ? '–' : <code>{ip}</code>),
    },
    {
      title: texts.columns.type,
      dataIndex: 'service_type',
      responsive: ['lg'],
      render: (type: string) => <code>{type}</code>,
    },
    {
      title: texts.columns.created,
      dataIndex: 'created_at',
      responsive: ['sm'],
      ...sortedBy('create_at', 'listEndpoints', query),
      render: (time: string) => <Timestamp value={time} />,
    },
    {
      title: texts.columns.updated,
      dataIndex: 'updated_at',
      responsive: ['xl'],
      ...sortedBy('update_at', 'listEndpoints', query),
      render: (time: string | undefined) => <Timestamp value={time} />,
    },
  ];
  return (
    <>
      <PageHeading title={texts.pages.endpoints} intro={texts.endpoints.intro} actions={create} />
      <ListFilters
        onClear={isFiltered ? clearFilters : undefined}
        total={data?.total_count}
        isFetching={isFetching}
        onRefresh={() => void refetch()}
      >
        <TextFilter
          label={texts.filters.service}
          value={query.endpoint_service_name}
          onChange={(value) => {
            change({ endpoint_service_name: value });
          }}
        />
        <TextFilter
          label={texts.filters.vpc}
          value={query.vpc_id}
          onChange={(value) => {
            change({ vpc_id: value });
          }}
        />
        <TextFilter
          label={texts.filters.id}
          value={query.id}
          onChange={(value) => {
            change({ id: value });
          }}
        />
      </ListFilters>
      <ResourceTable
        label={texts.pages.endpoints}
        rows={data?.endpoints}
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
            <EmptyList title={texts.endpoints.noneMatch} onClearFilters={clearFilters} />
          ) : (
            <EmptyList title={texts.endpoints.emptyTitle} help={texts.endpoints.empty}>
              {create}
            </EmptyList>
          )
        }
      />
    </>
  );
}
