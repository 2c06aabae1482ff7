import { Link, useSearchParams } from 'react-router';
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
import { FailureAlert } from '../problems/failure-alert.js';
import { LookProgress } from './look-progress.js';
import { type PendingConnection, usePendingConnections } from './use-pending-connections.js';

interface Row extends PendingConnection {
  readonly id: string;
}

/** All connections that wait for a decision of the project, the oldest first, as far as they have been found. */
export function ApprovalsPage() {
  const texts = useTexts();
  const address = useAddress();
  const [search, setSearch] = useSearchParams();
  const serviceId = search.get('service');
  const page = Number(search.get('page') ?? 1);
  const { pending, services, looked, readAt, listError, error, isFetching, lookOn, refresh } =
    usePendingConnections(serviceId);
  const isWhole = looked === services.length;
  const rows = pending
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
    <Link to={address('endpoint-services', service.id, 'connections')}>{ownName(service)}</Link>
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
        readAt={readAt}
        isFetching={isFetching}
        onRefresh={refresh}
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
          isOfUsers
          value={serviceId ?? undefined}
          options={services.map((service) => ({ value: service.id, label: ownName(service) }))}
          onChange={(value) => {
            setSearch(value === undefined ? {} : { service: value });
          }}
        />
      </ListFilters>
      <LookProgress looked={looked} services={services.length} onLookOn={lookOn} />
      {error !== null && <FailureAlert error={error} onRetry={lookOn} />}
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
        error={listError}
        onRetry={refresh}
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
            <EmptyList
              title={isWhole ? texts.approvals.emptyTitle : texts.looking.noneSoFar}
              help={texts.approvals.empty}
            />
          ) : (
            <EmptyList title={isWhole ? texts.approvals.emptyTitle : texts.looking.noneSoFar} onClearFilters={clear} />
          )
        }
      />
    </>
  );
}
