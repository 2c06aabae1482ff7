import { Link, useSearchParams } from 'react-router';
import { DecisionBulkBar } from '../connections/decision-bulk-bar.js';
import { DecisionButtons } from '../connections/decision-buttons.js';
import { PageHeading } from '../frame/page-heading.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import type { Column } from '../lists/column.js';
import { EmptyList } from '../lists/empty-list.js';
import { ListDialogs } from '../lists/list-dialogs.js';
import { ListFilters } from '../lists/list-filters.js';
import { pageSizesOf, positive, usualLimitOf } from '../lists/paging.js';
import { ResourceTable } from '../lists/resource-table.js';
import { SaveRows } from '../lists/save-rows.js';
import { useSelection } from '../lists/selection.js';
import { useListView } from '../lists/use-list-view.js';
import { ViewOptions } from '../lists/view-options.js';
import { useAddress } from '../location/location.js';
import { CopyableId } from '../resources/copyable-id.js';
import { ownName } from '../resources/own-name.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { LookProgress } from './look-progress.js';
import { ServiceFilter } from './service-filter.js';
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
  const page = positive(search.get('page')) ?? 1;
  const usualLimit = usualLimitOf('listServiceConnections');
  const limit = positive(search.get('limit')) ?? usualLimit;
  const { pending, unread, services, looked, readAt, listError, error, isFetching, lookOn, readRest, refresh } =
    usePendingConnections(serviceId);
  const isWhole = looked === services.length;
  const rows = pending?.map((each): Row => ({ ...each, id: each.connection.id }));
  const shown = rows?.slice((page - 1) * limit, page * limit);
  // A page that is only about to be read is waited for.
  const isAhead = shown?.length === 0 && unread > 0;
  const [chosen] = serviceId === null ? [] : services;
  const view = useListView('approvals');
  const nameOf = ({ id, service, connection }: Row) => `${id} → ${ownName(service)} (${connection.domain_id})`;
  const query = serviceId === null ? {} : { service: serviceId };
  const selection = { ...useSelection<Row>({ rows, total: rows?.length, query }), nameOf };
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
        <DecisionButtons
          serviceId={service.id}
          endpointId={connection.id}
          status={connection.status}
          onDecided={(id) => {
            selection.deselect([id]);
          }}
        />
      ),
    },
  ];
  return (
    <ListDialogs>
      <PageHeading title={texts.pages.approvals} intro={texts.approvals.intro} />
      <ListFilters
        onClear={serviceId !== null ? clear : undefined}
        total={rows && rows.length + unread}
        readAt={readAt}
        isFetching={isFetching}
        onRefresh={refresh}
        tools={
          <>
            <ViewOptions columns={columns} view={view} />
            <SaveRows name="approvals" fetchRows={async () => (await readRest()).map(({ connection }) => connection)} />
          </>
        }
      >
        <ServiceFilter
          chosen={chosen === undefined ? (serviceId ?? undefined) : ownName(chosen)}
          onChoose={(id) => {
            setSearch({ service: id });
          }}
        />
      </ListFilters>
      <LookProgress
        looked={looked}
        services={serviceId === null ? services.length : looked}
        unread={unread}
        onLookOn={lookOn}
      />
      {error !== null && <FailureAlert error={error} onRetry={lookOn} />}
      <DecisionBulkBar
        selection={selection}
        serviceOf={({ service }) => service.id}
        statusOf={({ connection }) => connection.status}
      />
      <ResourceTable<Row>
        label={texts.pages.approvals}
        rows={isAhead ? undefined : shown}
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
          pageSizes: pageSizesOf('listServiceConnections'),
          goTo: (nextPage, nextLimit) => {
            setSearch({
              ...(serviceId === null ? {} : { service: serviceId }),
              ...(nextPage === 1 ? {} : { page: String(nextPage) }),
              ...(nextLimit === usualLimit ? {} : { limit: String(nextLimit) }),
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
    </ListDialogs>
  );
}
