import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Permission } from '@vpcep/types';
import { Button } from 'antd';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import type { Column } from '../lists/column.js';
import { EmptyList } from '../lists/empty-list.js';
import { allRows, queryOfAll } from '../lists/paging.js';
import { ResourceList } from '../lists/resource-list.js';
import { useSelection } from '../lists/selection.js';
import { TextFilter } from '../lists/text-filter.js';
import { useListQuery } from '../lists/use-list-query.js';
import { useListView } from '../lists/use-list-view.js';
import { NewPermissionForm } from './new-permission-form.js';
import { PermissionBulkBar } from './permission-bulk-bar.js';
import { PermissionNote } from './permission-note.js';
import { RemovePermissionButton } from './remove-permission-button.js';
import { SeveralPermissionsDrawer } from './several-permissions-drawer.js';

/** Who may connect to a service. */
export function PermissionList({ serviceId }: { serviceId: string }) {
  const texts = useTexts();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const [isChangingSeveral, setIsChangingSeveral] = useState(false);
  const { query, isChecked, paging, isFiltered, change, clearFilters } = useListQuery('listServicePermissionsDetails', [
    'permission',
  ]);
  const view = useListView('permissions');
  const path = { vpc_endpoint_service_id: serviceId };
  const reading = useQuery({
    queryKey: keys.permissions(serviceId, query),
    queryFn: ({ signal }) => vpcep.listServicePermissionsDetails({ path, query, signal }),
    enabled: isChecked,
    placeholderData: keepPreviousData,
    refetchInterval: view.refetchInterval,
  });
  const { data, isPlaceholderData } = reading;
  const selection = {
    ...useSelection<Permission>({ rows: data?.permissions, total: data?.total_count, query, isPlaceholderData }),
    nameOf: ({ permission }: Permission) => permission,
  };
  const readAgain = () => queryClient.invalidateQueries({ queryKey: [...keys.service(serviceId), 'permissions'] });
  const onSaved = () => void readAgain();
  const onRemoved = (ids: readonly string[]) => {
    selection.deselect(ids);
    return readAgain();
  };
  const columns: readonly Column<Permission>[] = [
    {
      key: 'permission',
      title: texts.columns.permission,
      isFixed: true,
      render: (record) => (
        <>
          <code className="breakable">{record.permission}</code>
          {record.permission === '*' && ` ${texts.permissions.everybody}`}
          <PermissionNote serviceId={serviceId} record={record} onSaved={onSaved} isNarrow />
        </>
      ),
    },
    {
      key: 'type',
      title: texts.columns.type,
      from: 'sm',
      render: ({ permission_type: type }) => type !== undefined && <code>{type}</code>,
    },
    {
      key: 'note',
      title: texts.columns.note,
      from: 'lg',
      render: (record) => <PermissionNote serviceId={serviceId} record={record} onSaved={onSaved} />,
    },
    {
      key: 'created',
      title: texts.columns.created,
      from: 'md',
      render: ({ created_at: time }) => <Timestamp value={time} />,
    },
    {
      key: 'actions',
      title: texts.columns.actions,
      isFixed: true,
      render: (record) => <RemovePermissionButton serviceId={serviceId} record={record} onRemoved={onRemoved} />,
    },
  ];
  return (
    <div className="stack">
      <p className="quiet">{texts.permissions.intro}</p>
      <NewPermissionForm serviceId={serviceId} onAdded={onSaved} />
      <div>
        <Button
          onClick={() => {
            setIsChangingSeveral(true);
          }}
        >
          {texts.changes.several}
        </Button>
      </div>
      <div>
        <ResourceList
          label={texts.services.tabs.permissions}
          rows={data?.permissions}
          total={data?.total_count}
          columns={columns}
          reading={reading}
          onClear={isFiltered ? clearFilters : undefined}
          fileName={`permissions-${serviceId}`}
          fetchRows={() =>
            allRows(
              vpcep.paginate('listServicePermissionsDetails', {
                path,
                query: queryOfAll('listServicePermissionsDetails', query),
              }),
            )
          }
          filters={
            <TextFilter
              label={texts.filters.entry}
              value={query.permission}
              onChange={(permission) => {
                change({ permission });
              }}
            />
          }
          bulk={<PermissionBulkBar serviceId={serviceId} selection={selection} onRemoved={onRemoved} />}
          paging={paging}
          view={view}
          selection={selection}
          empty={
            isFiltered ? (
              <EmptyList title={texts.permissions.noneMatch} onClearFilters={clearFilters} />
            ) : (
              <EmptyList title={texts.permissions.empty} />
            )
          }
        />
      </div>
      {isChangingSeveral && (
        <SeveralPermissionsDrawer
          serviceId={serviceId}
          onSaved={onSaved}
          onClose={() => {
            setIsChangingSeveral(false);
          }}
        />
      )}
    </div>
  );
}
