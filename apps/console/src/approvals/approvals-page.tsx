import { useQuery } from '@tanstack/react-query';
import { Select, type TableProps } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useApi } from '../api/api-context.js';
import { DecisionButtons } from '../connections/decision-buttons.js';
import { PageHeading } from '../frame/page-heading.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import { EmptyList } from '../lists/empty-list.js';
import { ListFilters } from '../lists/list-filters.js';
import { usualLimitOf } from '../lists/paging.js';
import { ResourceTable } from '../lists/resource-table.js';
import { useAddress } from '../location/location.js';
import { CopyableId } from '../resources/copyable-id.js';
import { ownName } from '../resources/own-name.js';
import { refreshIntervalMs } from '../waiting/refresh-interval.js';
import { type PendingConnection, pendingConnections } from './pending-connections.js';

interface Row extends PendingConnection {
  readonly id: string;
}

/** All connections that wait for a decision of the project, the oldest first. */
export function ApprovalsPage() {
  const texts = useTexts();
  const address = useAddress();
  const { vpcep, keys } = useApi();
  const [search, setSearch] = useSearchParams();
  const serviceId = search.get('service');
  const page = Number(search.get('page') ?? 1);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.approvals,
    queryFn: ({ signal }) => pendingConnections(vpcep, signal),
    refetchInterval: refreshIntervalMs,
  });
  const services = new Map(data?.map(({ service }) => [service.id, ownName(service)]));
  const rows = data
    ?.filter(({ service }) => serviceId === null || service.id === serviceId)
    .map((pending): Row => ({ ...pending, id: pending.connection.id }));
  const limit = usualLimitOf('listServiceConnections');
  const clear = () => {
    setSearch({});
  };
  const columns: TableProps<Row>['columns'] = [
    {
      title: texts.columns.endpoint,
      dataIndex: 'id',
      render: (id: string) => <CopyableId id={id} />,
    },
    {
      title: texts.columns.service,
      key: 'service',
      render: (_, { service }) => (
        <Link to={address(`endpoint-services/${service.id}?tab=connections`)}>{ownName(service)}</Link>
      ),
    },
    {
      title: texts.columns.account,
      key: 'account',
      responsive: ['xl'],
      render: (_, { connection }) => <CopyableId id={connection.domain_id} />,
    },
    {
      title: texts.columns.created,
      key: 'created',
      responsive: ['md'],
      render: (_, { connection }) => <Timestamp value={connection.created_at} />,
    },
    {
      title: texts.columns.actions,
      key: 'actions',
      render: (_, { service, connection }) => (
        <DecisionButtons serviceId={service.id} endpointId={connection.id} status={connection.status} />
      ),
    },
  ];
  return (
    <>
      <PageHeading title={texts.pages.approvals} intro={texts.approvals.intro} />
      <ListFilters
        onClear={serviceId !== null ? clear : undefined}
        total={rows?.length}
        isFetching={isFetching}
        onRefresh={() => void refetch()}
      >
        <Select
          aria-label={texts.columns.service}
          placeholder={texts.filters.allServices}
          allowClear
          className="service-filter"
          value={serviceId}
          options={[...services].map(([value, label]) => ({ value, label }))}
          onChange={(value: string | undefined) => {
            setSearch(value === undefined ? {} : { service: value });
          }}
        />
      </ListFilters>
      <ResourceTable<Row>
        label={texts.pages.approvals}
        rows={rows?.slice((page - 1) * limit, page * limit)}
        total={rows?.length}
        columns={columns}
        rowKey="id"
        error={error}
        onRetry={() => void refetch()}
        isFetching={isFetching}
        paging={{
          page,
          limit,
          pageSizes: [limit],
          goTo: (next) => {
            setSearch({
              ...(serviceId === null ? {} : { service: serviceId }),
              ...(next === 1 ? {} : { page: String(next) }),
            });
          },
        }}
        empty={
          serviceId === null ? (
            <EmptyList title={texts.approvals.emptyTitle} help={texts.approvals.empty} />
          ) : (
            <EmptyList title={texts.approvals.emptyTitle} onClearFilters={clear} />
          )
        }
      />
    </>
  );
}
