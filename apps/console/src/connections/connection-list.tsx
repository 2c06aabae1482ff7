import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Connection, EndpointService } from '@vpcep/types';
import { useApi } from '../api/api-context.js';
import { parameters } from '../generated/document-values.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import type { Column } from '../lists/column.js';
import { EmptyList } from '../lists/empty-list.js';
import { allRows, queryOfAll } from '../lists/paging.js';
import { ResourceList } from '../lists/resource-list.js';
import { useSelection } from '../lists/selection.js';
import { useListQuery } from '../lists/use-list-query.js';
import { useListView } from '../lists/use-list-view.js';
import { ValueFilter } from '../lists/value-filter.js';
import { CopyableId } from '../resources/copyable-id.js';
import { ConnectionStatusTag } from '../waiting/status-tag.js';
import { usePolling } from '../waiting/use-polling.js';
import { ConnectionNote } from './connection-note.js';
import { DecisionBulkBar } from './decision-bulk-bar.js';
import { DecisionButtons } from './decision-buttons.js';

/** The endpoints that are connected to a service, or ask to be. */
export function ConnectionList({ service }: { service: EndpointService }) {
  const texts = useTexts();
  const { vpcep, keys } = useApi();
  const { query, isChecked, paging, isFiltered, change, clearFilters } = useListQuery('listServiceConnections', [
    'status',
  ]);
  const view = useListView('connections');
  const path = { vpc_endpoint_service_id: service.id };
  const reading = useQuery({
    queryKey: keys.connections(service.id, query),
    queryFn: ({ signal }) => vpcep.listServiceConnections({ path, query, signal }),
    enabled: isChecked,
    placeholderData: keepPreviousData,
    refetchInterval: view.refetchInterval,
  });
  const selection = {
    ...useSelection<Connection>({
      rows: reading.data?.connections,
      total: reading.data?.total_count,
      query,
      isPlaceholderData: reading.isPlaceholderData,
    }),
    nameOf: ({ id, domain_id }: Connection) => `${id} (${domain_id})`,
  };
  // Others ask to connect at any time.
  usePolling(reading.refetch, view.refetchInterval === false);
  const columns: readonly Column<Connection>[] = [
    {
      key: 'id',
      title: texts.columns.endpoint,
      isFixed: true,
      render: (connection) => (
        <>
          <CopyableId id={connection.id} />
          <div className="only-narrow">
            <ConnectionStatusTag status={connection.status} />
            <div>
              {texts.columns.account} <CopyableId id={connection.domain_id} />
            </div>
            <Timestamp value={connection.created_at} />
          </div>
          <ConnectionNote serviceId={service.id} connection={connection} isNarrow />
        </>
      ),
    },
    {
      key: 'status',
      title: texts.columns.status,
      from: 'sm',
      render: ({ status: each }) => <ConnectionStatusTag status={each} />,
    },
    {
      key: 'account',
      title: texts.columns.account,
      from: 'sm',
      render: ({ domain_id: id }) => <CopyableId id={id} />,
    },
    {
      key: 'note',
      title: texts.columns.note,
      from: 'lg',
      render: (connection) => <ConnectionNote serviceId={service.id} connection={connection} />,
    },
    {
      key: 'created',
      title: texts.columns.created,
      from: 'sm',
      render: ({ created_at: time }) => <Timestamp value={time} />,
    },
    {
      key: 'actions',
      title: texts.columns.actions,
      isFixed: true,
      render: (connection) => (
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
    <ResourceList
      label={texts.services.tabs.connections}
      rows={reading.data?.connections}
      total={reading.data?.total_count}
      columns={columns}
      reading={reading}
      onClear={isFiltered ? clearFilters : undefined}
      fileName={`connections-${service.id}`}
      fetchRows={() =>
        allRows(
          vpcep.paginate('listServiceConnections', {
            path,
            query: queryOfAll('listServiceConnections', query),
          }),
        )
      }
      filters={
        <ValueFilter
          label={texts.filters.status}
          anyText={texts.filters.anyStatus}
          value={query.status}
          options={parameters.listServiceConnections.status.enum.map((value) => ({
            value,
            label: texts.connectionStatus[value],
          }))}
          onChange={(status) => {
            change({ status });
          }}
        />
      }
      bulk={
        <DecisionBulkBar selection={selection} serviceOf={() => service.id} statusOf={({ status: each }) => each} />
      }
      paging={paging}
      view={view}
      selection={selection}
      empty={
        isFiltered ? (
          <EmptyList title={texts.connections.noneMatch} onClearFilters={clearFilters} />
        ) : (
          <EmptyList title={texts.connections.empty} />
        )
      }
    />
  );
}
