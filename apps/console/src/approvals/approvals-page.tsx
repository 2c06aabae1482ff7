import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { useApi } from '../api/api-context.js';
import { DecisionBulkBar } from '../connections/decision-bulk-bar.js';
import { DecisionButtons } from '../connections/decision-buttons.js';
import { PageHeading } from '../frame/page-heading.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import type { Column } from '../lists/column.js';
import { EmptyList } from '../lists/empty-list.js';
import { ListFilters } from '../lists/list-filters.js';
import { usualLimitOf } from '../lists/paging.js';
import { ResourceTable } from '../lists/resource-table.js';
import { SaveRows } from '../lists/save-rows.js';
import { useSelection } from '../lists/selection.js';
import { useListView } from '../lists/use-list-view.js';
import { ValueFilter } from '../lists/value-filter.js';
import { ViewOptions } from '../lists/view-options.js';
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
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery({
    queryKey: keys.approvals,
    queryFn: ({ signal }) => pendingConnections(vpcep, signal),
    refetchInterval: refreshIntervalMs,
  });
  const services = new Map(data?.map(({ service }) => [service.id, ownName(service)]));
  const rows = data
    ?.filter(({ service }) => serviceId === null || service.id === serviceId)
    .map((pending): Row => ({ ...pending, id: pending.connection.id }));
  const limit = usualLimitOf('listServiceConnections');
  const view = useListView('approvals');
  const nameOf = ({ id, service, connection }: Row) => `${id} → ${ownName(service)} (${connection.domain_id})`;
  const selection = { ...useSelection<Row>(), nameOf };
  const clear = () => {
    setSearch({});
  };
  const linkTo = (service: Row['service']) => (
    <Link to={address(`endpoint-services/${service.id}?tab=connections`)}>{ownName(service)}</Link>
  );
  const columns: readonly Column<Row>[] = [
    {
      key: 'id',
      title: texts.columns.endpoint,
      isFixed: true,
      render: ({ id, service, connection }) => (
        <>
          <CopyableId id={id} />
          <div className="only-narrow">
            <div>{linkTo(service)}</div>
            <div>
              {texts.columns.account} <CopyableId id={connection.domain_id} />
            </div>
            <Timestamp value={connection.created_at} />
          </div>
        </>
      ),
    },
    {
      key: 'service',
      title: texts.columns.service,
      from: 'sm',
      render: ({ service }) => linkTo(service),
    },
    {
      key: 'account',
      title: texts.columns.account,
      from: 'sm',
      render: ({ connection }) => <CopyableId id={connection.domain_id} />,
    },
    { key: 'note', title: texts.columns.note, from: 'lg', render: ({ connection }) => connection.description },
    {
      key: 'created',
      title: texts.columns.created,
      from: 'sm',
      render: ({ connection }) => <Timestamp value={connection.created_at} />,
    },
    {
      key: 'actions',
      title: texts.columns.actions,
      isFixed: true,
      render: ({ service, connection }) => (
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
        readAt={dataUpdatedAt}
        isFetching={isFetching}
        onRefresh={() => void refetch()}
        tools={
          <>
            <ViewOptions columns={columns} view={view} />
            <SaveRows
              name="approvals"
              fetchRows={() => Promise.resolve(rows?.map(({ connection }) => connection) ?? [])}
            />
          </>
        }
      >
        <ValueFilter
          label={texts.columns.service}
          anyText={texts.filters.allServices}
          value={serviceId ?? undefined}
          options={[...services].map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            setSearch(value === undefined ? {} : { service: value });
          }}
        />
      </ListFilters>
      <DecisionBulkBar
        selection={selection}
        serviceOf={({ service }) => service.id}
        statusOf={({ connection }) => connection.status}
      />
      <ResourceTable<Row>
        label={texts.pages.approvals}
        rows={rows?.slice((page - 1) * limit, page * limit)}
        total={rows?.length}
        columns={columns}
        error={error}
        onRetry={() => void refetch()}
        isFetching={isFetching}
        view={view}
        selection={selection}
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
